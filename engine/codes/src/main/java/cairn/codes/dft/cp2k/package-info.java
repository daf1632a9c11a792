/// CP2K's Quickstep, asked for energies and forces over the i-PI protocol, or let to move the atoms by itself.
///
/// The entry type is [cairn.codes.dft.cp2k.Cp2k]. Then read [cairn.codes.dft.cp2k.Cp2kClient], the process, and
/// [cairn.codes.dft.cp2k.Cp2kInput], its input. For runs of CP2K itself read [cairn.codes.dft.cp2k.Cp2kRuns],
/// `Cp2kTask` and `BandStage` (what an input says of a task), `Cp2kRun` (what a run has come to) and `Cp2kSaved` with
/// `Waves` (what another one goes on from). CP2K works in Hartree atomic units, and converts at its edge.
package cairn.codes.dft.cp2k;
