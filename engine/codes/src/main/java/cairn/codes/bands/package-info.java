/// Bands that other people's programs left in a folder.
///
/// The entry type is [cairn.codes.bands.BandReader]: one for each program, in a package below, and
/// `cairn.codes.catalogue` tries them all. A reader recognises its own files in a [cairn.codes.bands.BandFolder], turns
/// them into a [cairn.structure.band.BandRecord] and names what is missing and what to do about it. Nothing is written,
/// and no program is run.
///
/// Units in the record are eV and Angstrom; each reader converts at its edge, with [cairn.structure.Units].
package cairn.codes.bands;
