package cairn.campaign.owner;

/// The heartbeat beside a journal: a counter per epoch that its owner keeps raising.
public interface Pulse {
    /// The counter as it is now; empty where none was ever written.
    String read(int epoch);

    void beat(int epoch, long count);
}
