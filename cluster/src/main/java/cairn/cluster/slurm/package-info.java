/// Slurm, through its commands sbatch, squeue, sacct and scancel.
///
/// The entry type is [cairn.cluster.slurm.SlurmScheduler]. A job's identity is its name, which is the token, with
/// the time of its submission: ids are used again after a controller crash, and `squeue -j ID` fails where
/// `squeue --name` answers. Measured facts in the comments are of Slurm 22.05.8 on Debian 12, November 2026.
///
/// Reading order: [cairn.cluster.slurm.Sbatch] for what a submit's answer means, [cairn.cluster.slurm.JobRow] for the
/// text of the two sources, [cairn.cluster.slurm.SlurmStates] for the states, then the scheduler itself.
package cairn.cluster.slurm;
