/// The body of a job that Cairn runs itself: an energy, a relaxation or a band, on any code that gives forces.
///
/// The entry type is [cairn.campaign.work.Work]. What to do lies in the attempt directory (`work.order`), and so
/// does what is done (`work.files`), from which the next attempt starts: a killed band goes on where it was, by
/// the same path, since the same evaluations give the same search. What all of these say of structures and
/// evaluations is in `work.json`.
///
/// A code that fails in a way that other numerics mend is opened anew with them ([cairn.codes.correction]). What
/// a code does by itself is carried out by `cairn.campaign.supervise`. Of a band that was cut at a minimum the
/// result has the one key `split` besides what it has cost. Whatever is done keeps to the deadline of its job:
/// work that stopped in time has the one key `out_of_time`.
///
/// Nothing in a result tells the machine or the hour: the same order gives the same bytes everywhere. Units: eV,
/// Angstrom; keys carry them.
package cairn.campaign.work;
