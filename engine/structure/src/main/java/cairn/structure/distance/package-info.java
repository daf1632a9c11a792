/// Which atoms are close to which, in a periodic cell of any shape.
///
/// The entry type is [cairn.structure.distance.Neighbours]: all pairs within a cutoff by cell lists, the
/// closest pair, and contacts that are too short for any bond. Distances are in Angstrom; the images of
/// an atom are its neighbours too.
package cairn.structure.distance;
