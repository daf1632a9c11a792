/// Relaxing one structure, with its cell where asked.
///
/// [cairn.neb.relax.Relaxation] is the entry: a state that names the structure whose evaluation it wants next and,
/// given it, becomes the next state. [cairn.neb.relax.RelaxSettings] says when it is done. What a structure with a free
/// cell is as one vector of degrees of freedom, `cairn.neb.coordinates` says.
///
/// Units: Angstrom, eV, eV/Angstrom, eV/Angstrom^3.
package cairn.neb.relax;
