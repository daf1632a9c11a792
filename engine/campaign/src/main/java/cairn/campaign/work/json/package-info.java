/// What structures, evaluations and cut bands are in JSON, the same in work orders, logs and results.
///
/// The entry types are [cairn.campaign.work.json.StructureJson] and [cairn.campaign.work.json.EvaluationJson].
/// Numbers are Java's shortest decimals, which read back exactly. Units: eV, Angstrom; keys carry them.
package cairn.campaign.work.json;
