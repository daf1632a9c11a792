/// Writing to a disk so that a power cut takes nothing back.
///
/// The entry type is [cairn.cluster.durable.Durable]. It knows of files and directories only; who writes what, and why
/// it must survive, is said where it is called: the local scheduler's spool, staged attempt directories, the journal
/// and the results of a campaign.
package cairn.cluster.durable;
