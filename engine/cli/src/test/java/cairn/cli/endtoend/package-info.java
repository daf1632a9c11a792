/// Whole campaigns, by the real command in processes of its own: on this machine and on a real Slurm, and killed.
///
/// [cairn.cli.endtoend.CairnProcess] starts the command, [cairn.cli.endtoend.Ledger] is the independent truth of what
/// ran: every job appends a line to it, outside the engine.
package cairn.cli.endtoend;
