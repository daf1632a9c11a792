/// The command line.
///
/// The entry type is [cairn.cli.Main]. Read on in this order: `command` (one class per command: its options and
/// help, nothing else), `engine` (the seam that every command calls), `progress` (what a running campaign shows),
/// `report` (the page it ends in). Nothing here decides anything about a campaign.
package cairn.cli;
