/// The commands, carried out on campaigns.
///
/// The entry type is [cairn.cli.campaign.CampaignEngine]. [cairn.cli.campaign.Campaigns] finds and opens what a command
/// is about; then one class per command that says something: `Running`, `PlanText`, `StatusText`, `WhyText`,
/// `LogsText`, `ReportFolder`.
package cairn.cli.campaign;
