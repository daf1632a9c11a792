/// VASP as a code of a workflow: an engine that asks it for energies and forces, one process for each structure.
///
/// The entry type is [cairn.codes.dft.vasp.Vasp]. Then read [cairn.codes.dft.vasp.VaspEngine], the processes, and
/// [cairn.codes.dft.vasp.Answer], what is believed of what they wrote. The input files are made in
/// [cairn.codes.dft.vasp.input], POTCARs found in [cairn.codes.dft.vasp.potcar], runs that VASP drives itself are in
/// [cairn.codes.dft.vasp.run], and what VASP writes is read by [cairn.codes.output.vasp].
///
/// VASP is proprietary, and was never run for this: the inputs are compared with those that pymatgen and ASE write and
/// read, and engine and runs were tried with a stand-in that computes with ASE. Units: eV, Angstrom.
package cairn.codes.dft.vasp;
