/// How a run of VASP went, and what follows from it.
///
/// The entry type is [cairn.codes.output.vasp.course.Course], to which the readers of files tell what they find;
/// [cairn.codes.output.vasp.course.VaspMessages] are VASP's errors, and
/// [cairn.codes.output.vasp.course.VaspVerdict] judges the whole. Energies in eV.
package cairn.codes.output.vasp.course;
