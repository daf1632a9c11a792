/// Outputs of CP2K: ENERGY_FORCE, GEO_OPT, CELL_OPT, MD and BAND.
///
/// The entry type is [cairn.codes.output.cp2k.Cp2kReader]. `Cp2kText` is told the lines; `Cp2kGeometry`, `Cp2kStep`,
/// `Cp2kSettings` and `Cp2kEnding` each keep what they need of them. `Cp2kInput` is the input that lies beside, which
/// says what an output of a low print level does not, `Beside` the files of forces and positions, and `Replicas` the
/// outputs of the images of a band. `Cp2kErrors` is the catalogue of errors.
///
/// CP2K writes Hartree atomic units, Angstrom, and GPa; it counts a stress positive that wants to expand the cell.
package cairn.codes.output.cp2k;
