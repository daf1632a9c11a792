/// Jobs on clusters: submit, observe, cancel, find, and the files that travel with them.
///
/// The entry type is [cairn.cluster.Scheduler]. Every answer is a value: a scheduler that cannot be
/// reached is an [cairn.cluster.Observation.Unanswered], never an exception, and never "the job is gone".
package cairn.cluster;
