/// Optimisers that look for a zero of a vector field, one state for all its degrees of freedom.
///
/// Start with [cairn.neb.optimize.Optimizer]: a state says where it wants to know the field, and given the field
/// there becomes the next state. Nothing is evaluated here and nothing is changed in place, so a search can be
/// stopped, stored and taken up again anywhere. [cairn.neb.optimize.Ode12r] is the robust method for a band,
/// whose nudged force is no gradient; [cairn.neb.optimize.Lbfgs] needs the fewest evaluations, and
/// [cairn.neb.optimize.Guarded] lets the first help the second out; and
/// [cairn.neb.optimize.Fire] is the slow one that most papers use. [cairn.neb.optimize.Vector] carries them all.
///
/// Units: positions in Angstrom and the field in eV/Angstrom. Three components in a row are one atom.
package cairn.neb.optimize;
