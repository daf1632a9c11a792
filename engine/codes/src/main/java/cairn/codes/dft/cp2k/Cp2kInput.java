package cairn.codes.dft.cp2k;

import cairn.codes.dft.DftCode;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.Dispersion;
import cairn.codes.dft.HubbardShell;
import cairn.codes.dft.KPoints;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Structure;
import cairn.structure.Units;
import cairn.templates.Templates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The text of a CP2K input: the template, and over it what the workflow says in CP2K's own words.
final class Cp2kInput {
    private static final List<String> VECTORS = List.of("A", "B", "C");

    /// Empty orbitals for the tail of a smearing; diagonalisation has them anyway.
    private static final int LEAST_ADDED_MOS = 10;

    private Cp2kInput() {}

    /// For a program that asks at a socket what to do.
    static String of(DftSettings settings, Structure structure, String socket) {
        String head = Templates.render("cp2k/engine.inp", Map.of("socket", socket));
        return text(head, settings, values(settings, structure));
    }

    /// For a run whose task is told by `head`. It leaves its wave functions in files.
    static String of(DftSettings settings, Structure structure, String head, Waves waves) {
        Map<String, Object> values = values(settings, structure);
        boolean keeps = waves != Waves.OF_EACH_IMAGE
                && settings.kPoints().in(structure.cell()).isGamma();
        values.put("runs", true);
        values.put("keepsWaves", keeps);
        values.put("guess", reads(waves, keeps) ? "RESTART" : "ATOMIC");
        return text(head, settings, values);
    }

    private static boolean reads(Waves waves, boolean keeps) {
        return switch (waves) {
            case OF_ATOMS -> false;
            case OF_THE_STEP_BEFORE -> !keeps;
            case SAVED, OF_EACH_IMAGE -> true;
        };
    }

    private static String text(String head, DftSettings settings, Map<String, Object> values) {
        Section input = Section.parse(head + Templates.render("cp2k/force-eval.inp", values));
        input.put(settings.own());
        return input.text();
    }

    private static Map<String, Object> values(DftSettings settings, Structure structure) {
        Map<String, Object> values = new HashMap<>();
        values.put("runs", false);
        values.put("guess", "ATOMIC");
        values.put("charge", Math.round(settings.charge()));
        values.put("spin", settings.spin().isResolved() ? "T" : "F");
        values.put("cutoffEv", settings.cutoffs().cutoffEv());
        values.put("relativeEv", settings.cutoffs().relativeEv());
        values.put("functional", Cp2k.functional(settings.functional()));
        values.put("reference", settings.functional().word());
        values.put("dispersion", dispersion(settings.dispersion()));
        values.put("basis", settings.basis());
        values.put("potential", Cp2k.potential(settings.functional()));
        scf(settings, structure, values);
        kPoints(settings.kPoints().in(structure.cell()), values);
        values.put("cell", cell(structure.cell()));
        values.put("atoms", DftCode.atoms(structure));
        values.put("kinds", kinds(settings, structure));
        return values;
    }

    /// CP2K's criterion is of the density matrix; a Hartree of energy for one of it is on the safe side.
    private static void scf(DftSettings settings, Structure structure, Map<String, Object> values) {
        values.put("epsScf", settings.scf().convergenceEv() / Units.EV_PER_HARTREE);
        values.put("iterations", settings.scf().iterations());
        values.put("smeared", settings.smearing().isUsed());
        values.put("temperatureK", settings.smearing().widthEv() / Units.EV_PER_KELVIN);
        values.put("addedMos", settings.smearing().isUsed() ? LEAST_ADDED_MOS + structure.count() : 0);
    }

    /// Points of an even number lie beside Gamma in this scheme, and half a step leads there.
    private static void kPoints(KPoints.Mesh mesh, Map<String, Object> values) {
        List<Integer> points = List.of(mesh.a(), mesh.b(), mesh.c());
        values.put("gamma", mesh.isGamma());
        values.put("keepsWaves", mesh.isGamma());
        values.put("mesh", points);
        values.put("shift", points.stream().map(n -> n % 2 == 0 ? 0.5 / n : 0.0).toList());
    }

    private static String dispersion(Dispersion dispersion) {
        return switch (dispersion) {
            case NONE -> "";
            case D3_ZERO -> "DFTD3";
            case D3_BJ -> "DFTD3(BJ)";
        };
    }

    private static List<List<Object>> cell(Cell cell) {
        return IntStream.range(0, 3)
                .mapToObj(vector -> List.<Object>of(
                        VECTORS.get(vector),
                        cell.component(vector, 0),
                        cell.component(vector, 1),
                        cell.component(vector, 2)))
                .toList();
    }

    private static List<Map<String, Object>> kinds(DftSettings settings, Structure structure) {
        return structure.species().stream()
                .map(Element::symbol)
                .distinct()
                .sorted()
                .map(symbol -> Map.<String, Object>of(
                        "symbol", symbol,
                        "moment", settings.spin().moment(symbol),
                        "u", settings.hubbardUEv().getOrDefault(symbol, 0.0),
                        "shell", HubbardShell.of(symbol).momentum()))
                .toList();
    }
}
