/// Structures as points: the atoms and, where it is free, the cell as one vector of degrees of freedom.
///
/// [cairn.neb.coordinates.Deformation] is the entry: it turns structures into points and back, and evaluations into
/// forces on points. Relaxations and bands stand on it. [cairn.neb.coordinates.Matrix] serves it.
///
/// Units: Angstrom, eV, eV/Angstrom, eV/Angstrom^3. Atoms held fixed keep their positions; with a free cell they keep
/// their fractions of the lattice vectors instead, as a cell that changes leaves them no other place.
package cairn.neb.coordinates;
