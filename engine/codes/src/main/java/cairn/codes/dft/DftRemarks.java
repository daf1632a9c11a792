package cairn.codes.dft;

import cairn.codes.Remark;
import cairn.structure.Element;
import cairn.structure.Structure;
import cairn.structure.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What an expert would ask of DFT settings for a structure; the rules W.. and E.. are those of the report.
public final class DftRemarks {
    /// Points farther apart than this resolve no band, 1/Angstrom.
    private static final double COARSEST_SPACING = 0.5;

    /// Outside of these a cutoff was probably meant in another unit, eV.
    private static final double LOWEST_CUTOFF_EV = 150;

    private static final double HIGHEST_CUTOFF_EV = 20_000;

    /// A gap wider than any interlayer distance is a vacuum, Angstrom.
    private static final double VACUUM = 8;

    private static final double LEAST_VACUUM = 12;

    /// Transition metals whose d shell is partly filled in most of their compounds.
    private static final Set<String> OPEN_SHELLS = Set.of("Ti", "V", "Cr", "Mn", "Fe", "Co", "Ni", "Cu");

    private static final Set<String> METALS = Set.of(
            "Li", "Na", "K", "Rb", "Cs", "Be", "Mg", "Ca", "Sr", "Ba", "Al", "Ga", "In", "Sn", "Pb", "Sc", "Ti", "V",
            "Cr", "Mn", "Fe", "Co", "Ni", "Cu", "Zn", "Y", "Zr", "Nb", "Mo", "Ru", "Rh", "Pd", "Ag", "Cd", "Hf", "Ta",
            "W", "Re", "Os", "Ir", "Pt", "Au");

    private static final String NO_SETTING = "";

    private final DftSettings settings;
    private final Structure structure;
    private final List<Remark> remarks = new ArrayList<>();

    private DftRemarks(DftSettings settings, Structure structure) {
        this.settings = settings;
        this.structure = structure;
    }

    public static List<Remark> of(DftSettings settings, Structure structure) {
        DftRemarks remarks = new DftRemarks(settings, structure);
        remarks.cutoff();
        remarks.occupations();
        remarks.spin();
        remarks.charge();
        remarks.mesh();
        remarks.vacuum();
        return List.copyOf(remarks.remarks);
    }

    /// Where energies in cells that differ little are compared.
    public static List<Remark> acrossCells(DftSettings settings) {
        return switch (settings.kPoints()) {
            case KPoints.Spacing _ ->
                List.of(new Remark(
                        "W8",
                        "k_points",
                        "k_points by their spacing: each image gets the mesh of its own cell, and the energy jumps from"
                                + " one mesh to the next",
                        "give the band and its endpoints one mesh: k_points: {mesh: [6, 6, 6]}"));
            case KPoints.Mesh _ -> List.of();
        };
    }

    private void add(String rule, String setting, String what, String advice) {
        remarks.add(new Remark(rule, setting, what, advice));
    }

    private void cutoff() {
        double ev = settings.cutoffs().cutoffEv();
        if (ev < LOWEST_CUTOFF_EV || ev > HIGHEST_CUTOFF_EV) {
            add(
                    "W17",
                    "cutoff",
                    String.format(
                            Locale.ROOT, "a cutoff of %.1f eV (%.1f Ry) is unusual", ev, ev / Units.EV_PER_RYDBERG),
                    "look at its unit");
        }
    }

    private Set<String> elements() {
        return structure.species().stream().map(Element::symbol).collect(Collectors.toCollection(TreeSet::new));
    }

    private void occupations() {
        if (!settings.smearing().isUsed() && METALS.containsAll(elements())) {
            add(
                    "W7",
                    "smearing",
                    "fixed occupations (smearing: none) for a metal of " + String.join(", ", elements()),
                    "take a smearing such as marzari-vanderbilt of 0.1 eV");
        }
    }

    private void spin() {
        List<String> open = elements().stream().filter(OPEN_SHELLS::contains).toList();
        if (!settings.spin().isResolved() && !open.isEmpty()) {
            add(
                    "W10",
                    "spin",
                    "spin: none with " + String.join(", ", open) + ", whose d shell may be open",
                    "say spin: collinear with moments to start from, or test once that there are none");
        } else if (settings.spin() instanceof Spin.Collinear(var moments)
                && moments.values().stream().noneMatch(moment -> moment != 0)) {
            add("W10", "spin", "spin: collinear without moments ends as it starts, at none", "say moments: {Ti: 1}");
        }
    }

    private void charge() {
        if (settings.charge() != 0) {
            add(
                    "E7",
                    "charge",
                    "a charge of " + settings.charge() + " in a cell that repeats: nothing corrects the energy for it",
                    "compare only energies of the same charge and cell, or correct them");
        }
    }

    private void mesh() {
        KPoints.Mesh mesh = settings.kPoints().in(structure.cell());
        int[] points = {mesh.a(), mesh.b(), mesh.c()};
        for (int vector = 0; vector < 3; vector++) {
            double spacing = 2 * Math.PI / structure.cell().height(vector) / points[vector];
            if (spacing > COARSEST_SPACING && !Vacuum.isAlong(vector, structure, VACUUM)) {
                add(
                        "W8",
                        "k_points",
                        String.format(
                                Locale.ROOT,
                                "the mesh %d %d %d leaves points %.2f 1/Angstrom apart",
                                mesh.a(),
                                mesh.b(),
                                mesh.c(),
                                spacing),
                        "0.3 and less are usual: say k_points: {spacing: 0.25}");
                return;
            }
        }
    }

    private void vacuum() {
        KPoints.Mesh mesh = settings.kPoints().in(structure.cell());
        int[] points = {mesh.a(), mesh.b(), mesh.c()};
        for (int vector = 0; vector < 3; vector++) {
            double gap = Vacuum.along(vector, structure);
            if (gap > VACUUM) {
                slab(gap, points[vector], "abc".charAt(vector));
            }
        }
    }

    private void slab(double gap, int points, char vector) {
        if (gap < LEAST_VACUUM) {
            add(
                    "W2",
                    NO_SETTING,
                    String.format(Locale.ROOT, "the vacuum along %s is %.1f Angstrom", vector, gap),
                    "take 12 Angstrom or more");
        }
        if (points > 1) {
            add(
                    "W2",
                    "k_points",
                    points + " k-points along " + vector + ", across a vacuum",
                    "say k_points: {mesh: ..} with 1 there");
        }
        if (settings.dispersion() == Dispersion.NONE) {
            add(
                    "W11",
                    "dispersion",
                    "dispersion: none for a slab or layers",
                    "take d3-bj where layers or adsorbates are held by it");
        }
    }
}
