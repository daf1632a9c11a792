/// What the command line asks of the engine.
///
/// The entry type is [cairn.cli.engine.Engine]: one method per command. Each says what it found on the
/// [cairn.cli.engine.Console] and answers with an [cairn.cli.engine.Exit], which becomes the exit status.
package cairn.cli.engine;
