package cairn.campaign.fake;

/// The engine's process dies here. An Error, so that no handler of the engine takes it for trouble of the world.
public final class Crash extends Error {
    private static final long serialVersionUID = 1;
}
