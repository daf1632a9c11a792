/// A campaign as a reader sees it, made from the journal and the plan alone, while a process drives it or none does.
///
/// The entry type is [cairn.campaign.view.CampaignView]; [cairn.campaign.view.Reader] makes it,
/// [cairn.campaign.view.ResultsFile] writes it for other people's tools.
package cairn.campaign.view;
