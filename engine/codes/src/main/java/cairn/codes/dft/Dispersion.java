package cairn.codes.dft;

import java.util.Arrays;
import java.util.List;

/// A correction for dispersion: Grimme, Antony, Ehrlich, Krieg, J. Chem. Phys. 132, 154104 (2010), with zero damping
/// or that of Becke and Johnson (J. Comput. Chem. 32, 1456 (2011)).
public enum Dispersion {
    NONE("none"),
    D3_ZERO("d3"),
    D3_BJ("d3-bj");

    private final String word;

    Dispersion(String word) {
        this.word = word;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(one -> one.word).toList();
    }

    static Dispersion of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no dispersion: " + word));
    }
}
