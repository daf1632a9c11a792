/// The verb `anode`: what an electrode holds, how it swells and at which mean voltage, beside what others printed.
///
/// Read [cairn.campaign.verb.anode.AnodeStep], which runs nothing, then [cairn.campaign.verb.anode.AnodePlan] (what is
/// wanted), `AnodeCrystals` and `AnodeEnergies` (what it follows from), and `AnodeJson` (how it is told). Its `detail`
/// is empty.
///
/// Units: Angstrom^3, eV, V against the metal of the ion, mAh per gram.
package cairn.campaign.verb.anode;
