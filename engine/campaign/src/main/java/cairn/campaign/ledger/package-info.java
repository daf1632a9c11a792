/// The state of a campaign and the journal that it is folded from, kept together.
///
/// The entry type is [cairn.campaign.ledger.Ledger]: what is recorded is applied at once and durable with the next
/// commit. [cairn.campaign.ledger.CampaignState] is the fold, for readers too.
///
/// Invariant: the state is a fold over the journal and nothing else.
package cairn.campaign.ledger;
