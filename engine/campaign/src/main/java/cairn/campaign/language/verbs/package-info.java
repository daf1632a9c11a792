/// The verbs that exist: relax, energy, md, neb, eos, hull, voltage, anode, alloy, converge, each as the language sees
/// it.
///
/// [cairn.campaign.language.verbs.Verbs] lists them. A verb here says which keys its step has, what an expert would
/// object to, and which [cairn.campaign.step.Step] comes of it; the steps themselves are in `cairn.campaign.verb` and
/// `cairn.campaign.verb.alloy`.
package cairn.campaign.language.verbs;
