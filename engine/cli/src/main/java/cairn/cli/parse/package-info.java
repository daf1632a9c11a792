/// `cairn parse`: what outputs of codes say, as text or as JSON, and whether they are finished.
///
/// The entry type is [cairn.cli.parse.ParseView]; `ParseText` is a block for people, `ParseJson` a line for scripts,
/// and `Verdicts` the words of both.
package cairn.cli.parse;
