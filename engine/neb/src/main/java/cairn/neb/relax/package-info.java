/// Relaxing one structure, with its cell where asked.
///
/// [cairn.neb.relax.Relaxation] is the entry: a state that names the structure whose evaluation it wants next and,
/// given it, becomes the next state. [cairn.neb.relax.RelaxSettings] says when it is done, and
/// `Deformation` turns a structure with a free cell into one vector of degrees of freedom and back.
///
/// Units: Angstrom, eV, eV/Angstrom, eV/Angstrom^3. Atoms held fixed keep their positions; with a free cell they keep
/// their fractions of the lattice vectors instead, as a cell that changes leaves them no other place.
package cairn.neb.relax;
