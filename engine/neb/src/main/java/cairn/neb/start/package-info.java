/// Where images stand before the first force call, from the two endpoints alone.
///
/// [cairn.neb.start.PairPotential] is the image dependent pair potential; [cairn.neb.start.Growth] grows a band on it
/// from both ends; [cairn.neb.start.Geodesic] shortens a band in a metric of distances. All take structures whose
/// positions go on continuously, measure distances by the minimum image in each image's own cell, and give positions
/// as one vector an image. `Pairs` is what they share: the pairs of atoms of which at least one is free.
///
/// Units: Angstrom; the pair potential's value is read as eV.
package cairn.neb.start;
