/// What a cluster is like, as data.
///
/// [cairn.cluster.profile.Profile] is one machine: its scheduler, its partitions with their limits, and what a job
/// must do there before its command. [cairn.cluster.profile.Schedulers] makes the scheduler of a profile. The folder
/// `cluster/profiles` holds one YAML for each machine; its comments say what each key means.
package cairn.cluster.profile;
