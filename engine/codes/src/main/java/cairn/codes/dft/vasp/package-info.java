/// VASP: its four input files from the shared settings, and an engine that asks it for energies and forces, one process
/// for each structure.
///
/// The entry type is [cairn.codes.dft.vasp.Vasp]. Then read [cairn.codes.dft.vasp.Incar], what VASP is told,
/// [cairn.codes.dft.vasp.Grouping], the order of atoms in POSCAR, and [cairn.codes.dft.vasp.VaspEngine], the processes.
/// [cairn.codes.dft.vasp.potcar] finds the POTCARs. What VASP writes is read by [cairn.codes.output.vasp].
///
/// VASP is proprietary, and was never run for this: the inputs are compared with those that pymatgen and ASE write and
/// read, and the engine was run with a stand-in that computes with ASE. Units: eV, Angstrom.
package cairn.codes.dft.vasp;
