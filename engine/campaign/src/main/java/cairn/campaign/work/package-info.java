/// The body of a job that Cairn runs itself: an energy, a relaxation or a band, on any code that gives forces.
///
/// The entry type is [cairn.campaign.work.Work]. A [cairn.campaign.work.WorkOrder] says what to do; it lies in the
/// attempt directory as `work.json`. Every evaluation is kept in `evaluations.log`
/// ([cairn.campaign.work.EvaluationLog]), which the next attempt starts from: a killed band goes on where it was, by
/// the same path, since the same evaluations give the same search. `result.json` appears at once and whole, or not.
///
/// A code that fails in a way that other numerics mend is opened anew with them ([cairn.codes.correction]);
/// `corrections.log` ([cairn.campaign.work.CorrectionLog]) tells each change before it is tried.
///
/// A [cairn.campaign.work.BandTask] says how a band is searched: in which cells, whether its saddle point is to be
/// verified, and whether it is to be cut at a minimum; of one that was cut the result has the one key `split` besides
/// what it has cost ([cairn.campaign.work.BandSplitJson]).
///
/// What a code does by itself is a [cairn.campaign.work.WorkOrder.Driven], carried out by `cairn.campaign.supervise`.
/// Whatever is done keeps to the deadline of its job: work that stopped in time has the one key `out_of_time`.
///
/// Nothing in a result tells the machine or the hour: the same order gives the same bytes everywhere.
/// Units: eV, Angstrom; keys carry them. Numbers in JSON are Java's shortest decimals, which read back exactly.
package cairn.campaign.work;
