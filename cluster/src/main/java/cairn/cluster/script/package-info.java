/// The job's side of the protocol: what the script does in the attempt directory, and how it is read back.
///
/// [cairn.cluster.script.JobScript] renders the script, purely. The script claims the attempt directory first
/// ([cairn.cluster.script.Claim]), so that of two jobs of one token only one runs; its last act is a sentinel
/// ([cairn.cluster.script.Sentinel]) with the sizes and checksums of what it leaves. A job that is over without a
/// sentinel is an accident of the machine, never a success.
package cairn.cluster.script;
