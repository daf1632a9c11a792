package cairn.campaign.run;

import cairn.campaign.journal.Event;
import cairn.campaign.journal.FileJournalStore;
import cairn.campaign.journal.JournalRecord;
import cairn.campaign.journal.JournalStore;
import cairn.campaign.journal.Owner;
import cairn.campaign.ledger.CampaignState;
import cairn.campaign.owner.Machine;
import cairn.campaign.owner.Takeover;
import cairn.campaign.run.Campaign.Opening;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/// Takes a campaign's folder over: reads the journal, asks whether its last owner is gone, and makes the next segment,
/// which only one process can.
final class Opener {
    private static final int CAMPAIGN_DIGITS = 8;

    private final Path folder;
    private final FileJournalStore journal;
    private final Machine machine;
    private final Takeover takeover;
    private final InstantSource clock;

    Opener(Path folder, FileJournalStore journal, Machine machine, Takeover takeover, InstantSource clock) {
        this.folder = folder.toAbsolutePath().normalize();
        this.journal = journal;
        this.machine = machine;
        this.takeover = takeover;
        this.clock = clock;
    }

    Opening open() {
        CampaignState state = new CampaignState();
        JournalStore.End end = journal.read(state::apply);
        Optional<CampaignState.Ownership> last = state.ownership();
        if (last.isEmpty() || last.get().closed()) {
            return begin(state, end);
        }
        Owner owner = last.get().opened().owner();
        return switch (takeover.ask(owner, end.epoch(), last.get().since())) {
            case Takeover.Answer.Held(var message) -> new Opening.Refused(message);
            case Takeover.Answer.Free() when owner.sharesProcessTableWith(machine.self()) -> begin(state, end);
            case Takeover.Answer.Free() -> beginAfterLease();
        };
    }

    /// The lease was long enough for the journal to grow: read it again.
    private Opening beginAfterLease() {
        CampaignState state = new CampaignState();
        return begin(state, journal.read(state::apply));
    }

    /// What the last owner appended between our reading and our sealing does not count: it is cut off by the seal.
    private Opening begin(CampaignState state, JournalStore.End end) {
        Event.Opened opened =
                new Event.Opened(end.epoch() + 1, end.bytes(), campaign(state), folder.toString(), machine.self());
        JournalRecord first = new JournalRecord(end.sequence() + 1, clock.instant(), opened);
        if (!journal.begin(opened.epoch(), first)) {
            return new Opening.Refused("another process took the campaign over at the same moment; see 'cairn status'");
        }
        state.apply(first);
        JournalStore.End ours = new JournalStore.End(opened.epoch(), 0, first.sequence());
        return new Opening.Opened(Campaign.opened(folder, journal, state, ours, clock));
    }

    /// The campaign keeps its name for ever. A copy of its folder is another campaign: its jobs must not be taken for
    /// those of the original.
    private String campaign(CampaignState state) {
        return state.ownership()
                .map(CampaignState.Ownership::opened)
                .filter(opened -> opened.folder().equals(folder.toString()))
                .map(Event.Opened::campaign)
                .orElseGet(Opener::newName);
    }

    private static String newName() {
        StringBuilder name = new StringBuilder("c");
        SecureRandom random = new SecureRandom();
        while (name.length() < CAMPAIGN_DIGITS) {
            name.append(Character.forDigit(random.nextInt(Character.MAX_RADIX), Character.MAX_RADIX));
        }
        return name.toString();
    }
}
