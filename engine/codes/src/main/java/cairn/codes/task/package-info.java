/// What a code can be asked to do by itself, from its first step to its last.
///
/// The entry type is [cairn.codes.task.Task]: an energy, a relaxation, molecular dynamics or a band. Then read
/// [cairn.codes.task.Start] (where a run of it begins: at its beginning, or where an earlier run was stopped) and
/// [cairn.codes.task.Found] (what it comes to). All of it is values; how a code is told is its own affair.
///
/// Units: eV, Angstrom, eV/Angstrom, eV/Angstrom^3, K, fs.
package cairn.codes.task;
