/// Structures in files: CIF, POSCAR, extended XYZ and XSF, read and written.
///
/// The entry type is [cairn.structure.format.StructureFiles], which picks the format by the file's name.
/// Then read [cairn.structure.format.Poscar], the simplest, [cairn.structure.format.ExtendedXyz] and
/// [cairn.structure.format.Xsf] with their [cairn.structure.format.Frame]s, and
/// [cairn.structure.format.Cif] with its tokens, blocks and sites.
///
/// A file that does not say one structure clearly is refused with a
/// [cairn.structure.format.FormatException]: file, line, what is wrong, what to do. Nothing is guessed.
/// Numbers are written with as many digits as it takes to read the same double back. Each format's
/// `parse` and `format` are pure; only `read` and `write` touch the disk.
package cairn.structure.format;
