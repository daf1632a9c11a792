/// What a running campaign shows.
///
/// The entry type is [cairn.cli.progress.Progress]: it is shown one [cairn.cli.progress.Snapshot] after another. On a
/// terminal a few lines are redrawn ([cairn.cli.progress.TerminalProgress]); elsewhere every change is one line of
/// `key=value` ([cairn.cli.progress.PlainProgress]). Energies are in eV.
package cairn.cli.progress;
