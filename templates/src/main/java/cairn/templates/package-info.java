/// Renders the text templates of the `templates` folder.
///
/// The entry type is [cairn.templates.Templates]. What a code wants to be told is text that its users know by
/// heart, so it stays text: one folder per code, one file per input, in the Pebble language. Values come from Java,
/// rules of the code's own input language stay in the template.
package cairn.templates;
