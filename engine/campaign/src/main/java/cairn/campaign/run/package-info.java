/// A campaign's folder, owned by one process at a time: the way in for the command line.
///
/// The entry type is [cairn.campaign.run.Campaign]: open a folder, run, cancel, view. It puts the pieces together:
/// owner, ledger, driver, cadence.
package cairn.campaign.run;
