package cairn.codes.bands.cp2k;

import cairn.codes.bands.Numbers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What `PROJECT-1.restart`, or the input, says of the band: the same keywords, in sections `&NAME ... &END`.
///
///     &CELL     A x y z, B x y z, C x y z, or ABC a b c (Angstrom)
///     &BAND     BAND_TYPE word
///     &FIXED_ATOMS   LIST numbers and ranges such as 1..4, lines ending with a backslash go on; COMPONENTS_TO_FIX word
public final class RestartFile {
    private final double[] rows = new double[9];
    private final BitSet fixed = new BitSet();
    private String bandType = "";
    private boolean partlyFixed;
    private boolean skewed;

    public static RestartFile of(List<String> text) {
        RestartFile restart = new RestartFile();
        List<String> sections = new ArrayList<>();
        for (String line : joined(text)) {
            String[] words = line.strip().split("\\s+");
            String first = words[0].toUpperCase(Locale.ROOT);
            if (first.equals("&END") && !sections.isEmpty()) {
                sections.removeLast();
            } else if (first.startsWith("&") && !first.equals("&END")) {
                sections.add(first.substring(1));
            } else if (!sections.isEmpty()) {
                restart.keyword(sections.getLast(), first, words);
            }
        }
        return restart;
    }

    private static List<String> joined(List<String> text) {
        List<String> joined = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text) {
            String bare = line.replaceFirst("[!#].*", "").stripTrailing();
            boolean goesOn = bare.endsWith("\\");
            open.append(goesOn ? bare.substring(0, bare.length() - 1) : bare);
            if (!goesOn) {
                joined.add(open.toString());
                open.setLength(0);
            }
        }
        return joined;
    }

    private void keyword(String section, String key, String[] words) {
        switch (section) {
            case "CELL" -> cell(key, words);
            case "BAND" -> bandType = key.equals("BAND_TYPE") && words.length > 1 ? words[1] : bandType;
            case "FIXED_ATOMS" -> fixedAtoms(key, words);
            default -> {}
        }
    }

    private void cell(String key, String[] words) {
        int vector = List.of("A", "B", "C").indexOf(key);
        if (key.startsWith("ALPHA_BETA_GAMMA")) {
            skewed = skewed
                    || !List.of(words).subList(1, words.length).stream().allMatch(word -> Numbers.of(word) == 90);
        }
        if (words.length < 4 || words[1].startsWith("[")) {
            return;
        }
        for (int axis = 0; axis < 3; axis++) {
            double number = Numbers.of(words[1 + axis]);
            if (key.equals("ABC")) {
                rows[4 * axis] = number;
            } else if (vector >= 0) {
                rows[3 * vector + axis] = number;
            }
        }
    }

    private void fixedAtoms(String key, String[] words) {
        if (key.equals("COMPONENTS_TO_FIX")) {
            partlyFixed = words.length > 1 && words[1].length() < 3;
        }
        if (!key.equals("LIST")) {
            return;
        }
        for (String word : List.of(words).subList(1, words.length)) {
            String[] range = word.split("\\.\\.");
            int from = (int) Numbers.of(range[0]);
            int to = (int) Numbers.of(range[range.length - 1]);
            fixed.set(Math.max(0, from - 1), Math.max(0, to));
        }
    }

    /// The lattice vectors in Angstrom, if they are all given.
    public Optional<double[]> cell() {
        boolean whole = !skewed && rows[0] != 0 && rows[4] != 0 && rows[8] != 0;
        return whole && java.util.Arrays.stream(rows).allMatch(Double::isFinite)
                ? Optional.of(rows.clone())
                : Optional.empty();
    }

    /// Atoms fixed along all directions, counted from 0.
    public BitSet fixed() {
        return partlyFixed ? new BitSet() : (BitSet) fixed.clone();
    }

    boolean isPartlyFixed() {
        return partlyFixed && !fixed.isEmpty();
    }

    boolean climbs() {
        return bandType.equalsIgnoreCase("CI-NEB");
    }
}
