package cairn.campaign.plan;

import cairn.structure.Structure;

/// The structure that a step starts from, as far as it is known before anything has run.
sealed interface Traced {
    record Known(Structure structure) implements Traced {}

    record Unknown() implements Traced {}
}
