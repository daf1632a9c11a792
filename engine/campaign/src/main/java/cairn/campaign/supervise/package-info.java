/// A task that a code carries out by itself, inside a job, watched by Cairn.
///
/// The entry type is [cairn.campaign.supervise.NativeTask]: it starts the code in a folder of its own for each run
/// (`run-1`, `run-2`), asks it to stop in time ([cairn.campaign.supervise.Deadline], which asks the scheduler by
/// [cairn.campaign.supervise.EndQuestion] whether the end was moved), and goes on from what earlier runs left, those of
/// earlier attempts included. [cairn.campaign.supervise.RunLog] is `native.log`, the list of all
/// runs, which is carried from attempt to attempt. A [cairn.campaign.supervise.Watcher] is told of steps meanwhile.
package cairn.campaign.supervise;
