/// VASP's input files from the shared settings, how VASP is started, and the files that one run leaves for the next.
///
/// The entry type is [cairn.codes.dft.vasp.input.InputFiles]. Then read [cairn.codes.dft.vasp.input.Incar] and
/// [cairn.codes.dft.vasp.input.Grouping], the order of atoms in POSCAR. Units: eV, Angstrom, as VASP has them.
package cairn.codes.dft.vasp.input;
