/// The verb `alloy`: a disordered alloy is grown by putting atoms where there is most room (Chevrier and Dahn, J.
/// Electrochem. Soc. 156, A454 (2009)).
///
/// Read [cairn.campaign.verb.growth.AlloyStep], then [cairn.campaign.verb.growth.AlloyPlan] (how it is grown) and
/// `AlloyResult` (what several samples say together). A step's `detail` has, besides the structure that the first
/// sample ends with,
///
///     stages: [{"inserted_per_host_atom", "formation_energy_ev_per_atom", "voltage_v", "volume_per_host_atom_ang3"}]
///             means, each with its `_spread` if there is more than one sample
///
/// Units: eV, Angstrom^3, V against the pure element.
package cairn.campaign.verb.growth;
