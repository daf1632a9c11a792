package cairn.campaign.journal;

import cairn.campaign.calculation.CalculationEvent;
import cairn.campaign.calculation.Digest;
import cairn.campaign.step.Amendment;
import cairn.campaign.step.CalculationId;

/// What a journal records.
public sealed interface Event {
    /// The first record of every segment: `owner` took the campaign over as `epoch`. What segment `epoch - 1` holds
    /// beyond `sealedBytes` was written by an owner who had lost the campaign already, and does not count.
    /// `campaign` names the campaign for ever and begins every token; a copied folder gets a name of its own.
    record Opened(int epoch, long sealedBytes, String campaign, String folder, Owner owner) implements Event {}

    /// Something happened to a calculation.
    record Moved(CalculationId id, CalculationEvent event) implements Event {}

    /// A job of a calculation with these inputs has changed its numerics.
    record Corrected(CalculationId id, Digest inputs, cairn.campaign.step.Corrected correction) implements Event {}

    /// The physics of some steps is another from now on.
    record Amended(Amendment amendment) implements Event {}

    /// The user asked for all jobs to be ended.
    record CancelRequested() implements Event {}

    /// The owner left in an orderly way; anyone may take over at once.
    record Closed() implements Event {}
}
