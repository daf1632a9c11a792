/// What VASP settled on, as its output tells.
///
/// The entry type is [cairn.codes.output.vasp.settings.Settings], which the readers of OUTCAR and vasprun.xml fill in;
/// [cairn.codes.output.vasp.settings.Job] and [cairn.codes.output.vasp.settings.VaspFingerprint] follow from it.
package cairn.codes.output.vasp.settings;
