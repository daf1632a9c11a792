/// Calculators of ASE as codes of a workflow: any of them, and the client that GPAW uses too.
///
/// The entry type is [cairn.codes.ase.Ase]; [cairn.codes.ase.AseClient] starts the driver, whose text is a template.
/// ASE works in eV and Angstrom.
package cairn.codes.ase;
