package cairn.codes.dft;

import java.util.Arrays;
import java.util.List;

/// How states near the Fermi level are filled; the width is that of the function (sigma, or kT for Fermi and Dirac).
public record Smearing(Kind kind, double widthEv) {
    public enum Kind {
        NONE("none"),
        GAUSSIAN("gaussian"),
        FERMI_DIRAC("fermi-dirac"),
        METHFESSEL_PAXTON("methfessel-paxton"),
        MARZARI_VANDERBILT("marzari-vanderbilt");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static List<String> words() {
            return Arrays.stream(values()).map(Kind::word).toList();
        }

        static Kind of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no smearing: " + word));
        }
    }

    public Smearing {
        if (kind != Kind.NONE && !(widthEv > 0)) {
            throw new IllegalArgumentException("no width of " + kind + ": " + widthEv);
        }
    }

    public boolean isUsed() {
        return kind != Kind.NONE;
    }
}
