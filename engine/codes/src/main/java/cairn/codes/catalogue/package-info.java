/// The codes that a workflow can name.
///
/// The entry types are [cairn.codes.catalogue.Codes], [cairn.codes.catalogue.Outputs] for output files, and
/// [cairn.codes.catalogue.Bands] for bands that other people ran. It lies above the packages of the single
/// codes, which know only what [cairn.codes] asks of every code, and nothing of each other.
package cairn.codes.catalogue;
