/// How a crystal answers to pressure: [cairn.analysis.elasticity.BirchMurnaghan], the equation of state.
///
/// Units: Angstrom^3, eV, eV/Angstrom^3 for a modulus (users think in GPa; who prints converts).
package cairn.analysis.elasticity;
