/// From a workflow's file to its plan: the DAG of steps, expanded over the matrix.
///
/// The entry type is [cairn.campaign.plan.Workflows]: `check` gives a [cairn.campaign.plan.Plan] or every
/// [cairn.campaign.yaml.Problem] of the file at once. It goes in this order: YAML tree, options put in, header typed,
/// each step read at each point of the matrix variables in its own text, names looked up, cycles named, points and
/// structures followed through the DAG, physics lint, steps made by their verbs.
///
/// A step runs over the variables in its text and over those of each step it uses point by point; a verb that gathers
/// (a hull) gets all points at once. Order is that of the file wherever the arrows leave a choice, so the same file
/// always gives the same plan.
package cairn.campaign.plan;
