/// A cluster in memory, for the tests of everything that talks to one.
///
/// The entry type is [cairn.cluster.fake.FakeScheduler]; its clock is a [cairn.cluster.fake.HandClock] that only
/// the test moves. [cairn.cluster.fake.FakeTransport] holds the files, and [cairn.cluster.fake.FakeJob] is a job that
/// keeps the protocol of the real script.
/// The module publishes them as its test jar.
package cairn.cluster.fake;
