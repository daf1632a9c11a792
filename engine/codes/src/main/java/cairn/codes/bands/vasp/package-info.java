/// Bands of VASP, with the VTST tools of the Henkelman group or without.
///
/// The entry type is [cairn.codes.bands.vasp.VaspBands]; `Outcar` reads what one image computed, `PoscarFile` where its
/// atoms are and which are held, `NebIncar` the tags that matter.
package cairn.codes.bands.vasp;
