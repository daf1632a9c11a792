/// POTCARs: where they lie, which variant an element has, and what their heads say.
///
/// The entry type is [cairn.codes.dft.vasp.potcar.PotcarChoice], the POTCARs of a structure;
/// [cairn.codes.dft.vasp.potcar.PotcarLibrary] is the user's folder of them. A POTCAR is licensed to its user: Cairn
/// reads it where it lies, keeps its title and its SHA-256, and nothing else of it. Units: eV.
package cairn.codes.dft.vasp.potcar;
