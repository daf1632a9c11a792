package cairn.codes.dft.vasp.potcar;

import cairn.codes.dft.Functional;
import cairn.structure.Element;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The POTCARs of some atoms, in the order in which its elements first appear, and what stands against them, in
/// sentences.
public record PotcarChoice(List<Potcar> potcars, List<String> objections) {
    /// Potentials with fewer electrons than this leave out semicore states that take part in bonds.
    private static final Map<String, Integer> LEAST_ELECTRONS = Map.of("Li", 3, "Ti", 10);

    /// What LEXCH of a POTCAR must be: VASP has none made for other functionals than these two.
    private static final String LDA = "CA";

    private static final String PBE = "PE";

    public PotcarChoice {
        potcars = List.copyOf(potcars);
        objections = List.copyOf(objections);
    }

    public static PotcarChoice of(
            PotcarLibrary library, PotcarVariants variants, List<Element> species, Functional functional) {
        Path folder = library.folder();
        if (!Files.isDirectory(folder)) {
            return new PotcarChoice(List.of(), List.of("There is no folder of POTCARs " + folder + "."));
        }
        List<Potcar> chosen = new ArrayList<>();
        List<String> objections = new ArrayList<>();
        species.stream()
                .map(Element::symbol)
                .distinct()
                .forEach(element -> choose(library, variants.of(element), element, objections)
                        .ifPresent(chosen::add));
        foreign(chosen, functional).ifPresent(objections::add);
        return new PotcarChoice(chosen, objections);
    }

    private static Optional<Potcar> choose(
            PotcarLibrary library, String variant, String element, List<String> objections) {
        Path file = library.file(variant);
        if (!Files.isRegularFile(file)) {
            objections.add(missing(library, file, element));
            return Optional.empty();
        }
        Optional<Potcar> found = PotcarFile.read(variant, file);
        if (found.isEmpty()) {
            objections.add(file + " is no POTCAR: it does not begin like one, or it was cut.");
        } else if (!found.get().element().equals(element)) {
            objections.add(file + " is a POTCAR of " + found.get().element() + ", not of " + element + ".");
        }
        return found;
    }

    private static String missing(PotcarLibrary library, Path file, String element) {
        List<String> others = library.variants(element);
        return "There is no " + file + "; "
                + (others.isEmpty()
                        ? "the folder has no POTCAR of " + element + " at all."
                        : "say which of these you mean, as in pseudopotentials: {" + element + ": " + others.getFirst()
                                + "}: " + String.join(", ", others) + ".");
    }

    /// Energies with potentials made for another functional, or for several, are of no theory.
    private static Optional<String> foreign(List<Potcar> chosen, Functional functional) {
        String made = functional == Functional.LDA ? LDA : PBE;
        return chosen.stream().allMatch(one -> one.functional().equals(made))
                ? Optional.empty()
                : Optional.of("The functional " + functional.word() + " needs POTCARs with LEXCH = " + made + ", but "
                        + chosen.stream()
                                .filter(one -> !one.functional().equals(made))
                                .map(one -> one.file() + " has LEXCH = " + one.functional())
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    /// Puts them into one file, one after the other, as VASP wants them; only its owner may read it.
    public void writeTo(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(file)) {
            for (Potcar potcar : potcars) {
                Files.copy(potcar.file(), out);
            }
        }
    }

    /// Of those that leave out semicore states, a sentence each.
    public List<String> withoutSemicore() {
        return potcars.stream()
                .filter(one -> one.valence() < LEAST_ELECTRONS.getOrDefault(one.element(), 0))
                .map(one -> String.format(
                        Locale.ROOT,
                        "the POTCAR %s treats %.0f electrons of %s: its semicore states are in the core",
                        one.variant(),
                        one.valence(),
                        one.element()))
                .toList();
    }

    /// Of those whose ENMAX is above the cutoff, a sentence each.
    public List<String> harderThan(double cutoffEv) {
        return potcars.stream()
                .filter(one -> one.cutoffEv() > cutoffEv)
                .map(one -> String.format(
                        Locale.ROOT,
                        "the POTCAR %s asks for a cutoff of %.0f eV (ENMAX)",
                        one.variant(),
                        one.cutoffEv()))
                .toList();
    }

    /// What tells these potentials from all others.
    public String identity() {
        return potcars.stream().map(Potcar::identity).collect(Collectors.joining(", "));
    }
}
