/// What GPAW writes: its text output, and what Python says on standard error beside it.
///
/// The entry type is [cairn.codes.output.gpaw.GpawText]. `GpawHead` reads what was set up, `GpawStep` what was computed
/// for one set of positions, and `GpawErrors` what a traceback means.
///
/// GPAW prints eV and Angstrom; its stress is positive where the cell wants to shrink, as ours.
package cairn.codes.output.gpaw;
