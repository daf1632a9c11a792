package cairn.analysis.phases;

/// How an energy was computed, in words: code, version, settings, potential files. Only energies with equal
/// fingerprints may be subtracted.
public record Fingerprint(String words) {
    public Fingerprint {
        if (words.isBlank()) {
            throw new IllegalArgumentException("a fingerprint says how an energy was computed");
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
