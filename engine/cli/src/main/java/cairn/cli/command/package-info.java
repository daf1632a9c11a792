/// The commands: their options and their help.
///
/// The entry type is [cairn.cli.command.CairnCommand], which knows them all. A command turns its options into a call
/// of [cairn.cli.engine.Engine] and returns the exit status; it computes nothing.
package cairn.cli.command;
