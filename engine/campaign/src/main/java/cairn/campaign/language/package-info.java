/// The language of a workflow: its keys, its verbs' contract, its schema.
///
/// The entry type is [cairn.campaign.language.Language]: made from the verbs it has and a
/// [cairn.campaign.language.Vocabulary] (the codes that exist, a reader of structure files), it reads a YAML tree into
/// a [cairn.campaign.language.Workflow] and writes the JSON Schema of what it reads. Then read
/// [cairn.campaign.language.Verb], the one interface a new kind of science implements, and
/// [cairn.campaign.language.Source], where a step gets its structure from.
///
/// What stands under `code:` is read by a [cairn.campaign.language.CodeShape], with the settings of
/// [cairn.campaign.language.CodeKey]; [cairn.campaign.language.CodeChoice] decides for each of them between step,
/// workflow and protocol.
///
/// A step's text may hold placeholders of the matrix, `{phase}`. They are replaced in the tree, point by point, before
/// the step is read, so every key can vary over the matrix and is typed at every point.
///
/// Units in YAML: eV, Angstrom, eV/Angstrom, and GPa for stresses (users think in it; the verb converts). Energies
/// under `code:` carry their unit.
package cairn.campaign.language;
