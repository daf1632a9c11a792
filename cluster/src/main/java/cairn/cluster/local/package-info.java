/// The machine itself as a cluster: its files, and a scheduler of its own bounded by cores and memory.
///
/// [cairn.cluster.local.LocalScheduler] keeps its queue in a spool folder, so jobs outlive the engine and any
/// number of engines may share one machine; [cairn.cluster.local.LocalTransport] is the local disk.
package cairn.cluster.local;
