/// Commands of the machine, and data on its way into scripts.
///
/// [cairn.cluster.shell.CommandRunner] runs an argument vector, with a limit on time and on output, and
/// answers with a [cairn.cluster.shell.Outcome]. No shell ever parses data: a command is argv, and the only way
/// of a value into a script is [cairn.cluster.shell.Shell#quote].
package cairn.cluster.shell;
