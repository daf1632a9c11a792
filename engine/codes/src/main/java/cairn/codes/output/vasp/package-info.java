/// What VASP writes: OUTCAR, vasprun.xml, OSZICAR and its standard output.
///
/// The entry types are [cairn.codes.output.vasp.Outcar], [cairn.codes.output.vasp.Vasprun] and
/// [cairn.codes.output.vasp.Oszicar]. Each fills in [cairn.codes.output.vasp.settings.Settings] (what VASP settled on)
/// and a [cairn.codes.output.vasp.course.Course] (how it went), from which the verdict follows;
/// [cairn.codes.output.vasp.Siblings] compares the files of one run.
///
/// VASP counts stress as pressure, in kB; here tension is positive, in eV/Angstrom^3.
package cairn.codes.output.vasp;
