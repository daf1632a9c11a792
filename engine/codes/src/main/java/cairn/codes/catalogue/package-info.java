/// The codes that a workflow can name.
///
/// The entry type is [cairn.codes.catalogue.Codes]. It lies above the packages of the single codes, which know only
/// what [cairn.codes] asks of every code, and nothing of each other.
package cairn.codes.catalogue;
