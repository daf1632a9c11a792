/// When a campaign moves: the real clock's beat between two turns, and the calendar that starts campaigns.
///
/// The entry type is [cairn.campaign.clock.Cadence], which a driver waits on; [cairn.campaign.clock.Pace] says for how
/// long, [cairn.campaign.clock.CronCampaigns] is the calendar. Quartz in memory does both; nothing that must survive
/// lives in it.
package cairn.campaign.clock;
