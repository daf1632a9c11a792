/// What has happened to a campaign, in order: the only truth about it.
///
/// The entry type is [cairn.campaign.journal.JournalStore]; read [cairn.campaign.journal.Event] first (what is
/// recorded), then [cairn.campaign.journal.JournalRecord] and `Segment` (how a record lies in a file), then
/// [cairn.campaign.journal.FileJournalStore]. Parsed results lie beside the journal in an
/// [cairn.campaign.journal.ObjectStore], named by their hash.
///
/// On disk:
///
///     journal/<epoch>.log     one segment per owner, one line per record: crc32c in hex, blank, JSON
///     journal/<epoch>.alive   the owner's heartbeat (package owner)
///     objects/ab/abcd....json parsed results
///
/// Invariants: a segment has one writer for ever and is only appended to; a batch becomes durable by one fsync; the
/// first record of a segment seals the one before it at a length, and bytes beyond a seal do not exist for any
/// reader; an unfinished last line is not there yet; a bad line before a good one is corruption and stops everything.
/// Why this is safe on NFS and Lustre: engine/adr/0001-journal-on-shared-file-systems.md.
package cairn.campaign.journal;
