/// Molecular dynamics of one structure.
///
/// [cairn.neb.dynamics.Dynamics] is the entry: a state that names the structure whose evaluation it wants next and,
/// given it, becomes the next state, as [cairn.neb.relax.Relaxation] does. [cairn.neb.dynamics.Ensemble] says what is
/// held: the energy, the temperature, or temperature and pressure. Then read `Velocities`, `Thermostat` and
/// `Barostat`, each a formula with its source.
///
/// A run is a pure function of its start, its settings and the answers: the random numbers of a step come from the seed
/// and the number of the step, so that a run which is gone through again takes the same way.
///
/// Units: Angstrom, fs, amu, eV, K, eV/Angstrom^3.
package cairn.neb.dynamics;
