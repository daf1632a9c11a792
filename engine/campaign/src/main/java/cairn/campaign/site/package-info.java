/// A cluster as a campaign uses it: its profile read from YAML, and the driver's ports onto it.
///
/// The entry type is [cairn.campaign.site.ProfileFile], which reads a [cairn.cluster.profile.Profile] with the reader
/// and the error messages of workflows; [cairn.campaign.site.Sites] makes of it the
/// [cairn.campaign.run.Site] that a campaign is run on.
package cairn.campaign.site;
