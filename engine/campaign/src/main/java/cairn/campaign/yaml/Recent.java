package cairn.campaign.yaml;

/// Makes equal texts one object, as far as a small memory of recent texts goes.
///
/// A workflow of 100,000 steps says `relax` and `0.01` 100,000 times and names a step shortly after it stands there:
/// one object for all of them takes less memory, and is found in the processor's cache.
final class Recent {
    private static final int SLOTS = 1 << 12;

    private final String[] texts = new String[SLOTS];

    String one(String text) {
        int slot = text.hashCode() & (SLOTS - 1);
        if (!text.equals(texts[slot])) {
            texts[slot] = text;
        }
        return texts[slot];
    }
}
