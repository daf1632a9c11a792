package cairn.codes.dft;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// An exchange-correlation functional, as papers write it.
public enum Functional {
    PBE("PBE"),
    PBESOL("PBEsol"),
    LDA("LDA"),
    RPBE("RPBE"),
    BLYP("BLYP"),
    R2SCAN("r2SCAN");

    private final String word;

    Functional(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Functional::word).toList();
    }

    public static Optional<Functional> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
