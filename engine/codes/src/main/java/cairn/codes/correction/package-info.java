/// What can be changed after a code has failed, and who may change it: automatic corrections, with a contract about
/// physics.
///
/// The entry type is [cairn.codes.correction.CorrectingEngine], an engine that mends its own numerics. Which error
/// calls for which change is data: one file per code (`qe.json`), read into [cairn.codes.correction.Handlers], a
/// ladder of [cairn.codes.correction.Correction]s for each signature. Read then [cairn.codes.correction.Treatment],
/// the budget that the engines of one job share, and [cairn.codes.correction.Remedy], a correction as it was made or
/// is proposed.
///
/// The contract. Every correction says whether it touches the numerics (how the answer is found: mixing, diagonaliser,
/// limits of iterations, preconditioner, parallelisation) or the physics (what is asked: cutoff, smearing, k-points,
/// functional, spin, U, precision). A file lists the keys of each class, and one whose numerics touch any other key is
/// not loaded. Numerics are changed inside a job, as the answer to the question stays the same; physics is only
/// proposed here, since it must change for everything whose energies are compared, or not at all.
///
///     file       := { "code", "numerics": { key: name }, "physics": { key: name }, "handlers": { signature: handler }
/// }
///     handler    := { "what", "ladder": [ correction ] }
///     correction := { "name", "class": "numerics" | "physics", "in"?, "why"?, "set": [ change ] }
///     change     := { "key", ("to" | "at_most" | "at_least"), "usual"? }      usual: what the code takes if unsaid
///
/// `{subject}` in `what` stands for the structure, as in "image 3". A key is the path to a setting as
/// [cairn.codes.CodeSpec] has it, `qe.electrons.mixing_beta`; letters of either case are the same.
package cairn.codes.correction;
