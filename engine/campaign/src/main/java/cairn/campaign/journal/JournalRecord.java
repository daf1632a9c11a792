package cairn.campaign.journal;

import java.time.Instant;

/// One line of a journal; `sequence` counts from 1 over all segments without a gap.
public record JournalRecord(long sequence, Instant at, Event event) {}
