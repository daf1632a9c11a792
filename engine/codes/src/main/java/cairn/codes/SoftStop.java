package cairn.codes;

/// How a running code is asked to save its state and to stop.
public sealed interface SoftStop {
    /// By a file in its folder.
    record ByFile(String name, String text) implements SoftStop {}

    /// By nothing but the time that its input names.
    record ByItsOwnClock() implements SoftStop {}
}
