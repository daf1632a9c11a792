/// Bands of VASP, with the VTST tools of the Henkelman group or without.
///
/// The entry type is [cairn.codes.bands.vasp.VaspBands]; `ImageRun` is what one image computed, by the reader of
/// [cairn.codes.output.vasp] and the lines of VTST, `PoscarFile` where its atoms are and which are held, `NebIncar` the
/// tags that matter.
package cairn.codes.bands.vasp;
