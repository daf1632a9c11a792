/// A cluster in memory under a hand-moved clock, with every fault that a real one has shown us.
///
/// The entry type is [cairn.campaign.fake.FakeWorld]. Nothing in it is random but through the seed of its faults.
package cairn.campaign.fake;
