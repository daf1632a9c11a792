package cairn.structure.format;

import cairn.structure.Element;
import cairn.structure.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A fully occupied row of a CIF's `_atom_site_` loop.
record CifSite(String label, Element element, Fraction at, OptionalMultiplicity multiplicity, int line) {
    /// How many atoms the file says the site has, if it says.
    sealed interface OptionalMultiplicity {
        record Given(int count) implements OptionalMultiplicity {}

        record NotGiven() implements OptionalMultiplicity {}
    }

    /// An occupancy this close to 1 is 1, printed with three digits.
    private static final double FULL = 1e-3;

    private static final Pattern CHARGE = Pattern.compile("[0-9+-]*");

    static List<CifSite> all(CifBlock block) {
        return new Rows(block).sites();
    }

    private static final class Rows {
        private final CifBlock block;
        private final List<CifToken> labels;
        private final List<CifToken> types;
        private final List<List<CifToken>> fractions;
        private final List<CifToken> occupancies;
        private final List<CifToken> multiplicities;
        private final List<CifToken> flags;

        Rows(CifBlock block) {
            this.block = block;
            this.labels = block.column("_atom_site_label");
            this.types = block.column("_atom_site_type_symbol");
            this.fractions =
                    List.of(needed("_atom_site_fract_x"), needed("_atom_site_fract_y"), needed("_atom_site_fract_z"));
            this.occupancies = block.column("_atom_site_occupancy");
            this.multiplicities =
                    block.firstColumn("_atom_site_site_symmetry_multiplicity", "_atom_site_symmetry_multiplicity");
            this.flags = block.column("_atom_site_calc_flag");
        }

        List<CifSite> sites() {
            int count = fractions.getFirst().size();
            if (count == 0 || count > Lines.MAX_ATOMS) {
                throw block.problem(
                        "the block has " + count + " sites", "give between 1 and " + Lines.MAX_ATOMS + " sites");
            }
            checkSameLoop(count);
            List<CifSite> sites = new ArrayList<>();
            for (int row = 0; row < count; row++) {
                // A dummy site marks a point of the drawing; nothing is there (CIF core dictionary, calc_flag).
                if (!text(flags, row).orElse("").equals("dum")) {
                    sites.add(site(row));
                }
            }
            return sites;
        }

        private List<CifToken> needed(String tag) {
            if (!block.has(tag)) {
                throw block.problem(tag + " is missing", "give every site's position in fractions of the cell");
            }
            return block.column(tag);
        }

        private void checkSameLoop(int count) {
            List<List<CifToken>> columns = new ArrayList<>(fractions);
            columns.addAll(List.of(labels, types, occupancies, multiplicities, flags));
            if (columns.stream().anyMatch(column -> !column.isEmpty() && column.size() != count)) {
                throw block.problem("the _atom_site_ tags are not in one loop", "put them into one loop");
            }
        }

        private CifSite site(int row) {
            String name = text(labels, row).or(() -> text(types, row)).orElse("number " + (row + 1));
            int line = fractions.getFirst().get(row).line();
            checkOccupancy(name, row);
            double[] at = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                at[axis] = coordinate(name, fractions.get(axis).get(row), "xyz".charAt(axis));
            }
            return new CifSite(
                    name, element(name, row, line), new Fraction(at[0], at[1], at[2]), multiplicity(row), line);
        }

        private double coordinate(String name, CifToken token, char axis) {
            if (token.isAbsent()) {
                throw problem(
                        token.line(), "site " + name + " has no position", "give its fractions, or remove the site");
            }
            return token.number(block.file(), "_atom_site_fract_" + axis + " of site " + name);
        }

        private void checkOccupancy(String name, int row) {
            if (text(occupancies, row).isEmpty()) {
                return;
            }
            CifToken given = occupancies.get(row);
            double occupancy = given.number(block.file(), "_atom_site_occupancy of site " + name);
            if (Math.abs(occupancy - 1) > FULL) {
                throw problem(
                        given.line(),
                        "site " + name + " is occupied to " + given.text() + ", so the crystal is disordered",
                        "give an ordered cell, in which every site is full or empty");
            }
        }

        private OptionalMultiplicity multiplicity(int row) {
            return text(multiplicities, row)
                    .filter(word -> word.matches("\\d{1,6}"))
                    .<OptionalMultiplicity>map(word -> new OptionalMultiplicity.Given(Integer.parseInt(word)))
                    .orElseGet(OptionalMultiplicity.NotGiven::new);
        }

        private Element element(String name, int row, int line) {
            Optional<String> type = text(types, row);
            if (type.isPresent()) {
                return ofType(type.get())
                        .orElseThrow(() -> problem(
                                line,
                                "site " + name + " is of type '" + type.get() + "', which is no element",
                                "write a symbol such as Li, Li1+ or O2-"));
            }
            return ofLabel(name)
                    .orElseThrow(() -> problem(
                            line,
                            "the label " + name + " does not say for certain which element it is",
                            "add _atom_site_type_symbol with a symbol such as Li"));
        }

        private FormatException problem(int line, String what, String todo) {
            return new FormatException(block.file(), line, what, todo);
        }

        private static Optional<String> text(List<CifToken> column, int row) {
            if (column.isEmpty() || column.get(row).isAbsent()) {
                return Optional.empty();
            }
            return Optional.of(column.get(row).text());
        }
    }

    /// The element of a type symbol: letters, then perhaps a charge, as in Li1+ or O2-.
    static Optional<Element> ofType(String type) {
        String letters = leadingLetters(type);
        boolean onlyCharge = CHARGE.matcher(type.substring(letters.length())).matches();
        return onlyCharge ? Element.ofSymbol(capitalised(letters)) : Optional.empty();
    }

    /// The element of a label such as Li1, SI2 or O1A, unless it could be two: CA may be calcium or a carbon.
    static Optional<Element> ofLabel(String label) {
        String letters = leadingLetters(label);
        if (letters.length() < 2) {
            return Element.ofSymbol(capitalised(letters));
        }
        Optional<Element> two = Element.ofSymbol(capitalised(letters.substring(0, 2)));
        if (Character.isLowerCase(letters.charAt(1))) {
            return letters.length() == 2 ? two : Optional.empty();
        }
        Optional<Element> one = Element.ofSymbol(letters.substring(0, 1).toUpperCase(Locale.ROOT));
        return two.isPresent() && one.isPresent() ? Optional.empty() : two.or(() -> one);
    }

    private static String leadingLetters(String text) {
        int end = 0;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'A' && sign <= 'Z') || (sign >= 'a' && sign <= 'z');
    }

    private static String capitalised(String letters) {
        if (letters.isEmpty()) {
            return "";
        }
        return letters.substring(0, 1).toUpperCase(Locale.ROOT)
                + letters.substring(1).toLowerCase(Locale.ROOT);
    }
}
