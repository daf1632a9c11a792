package cairn.codes.dft.espresso;

import cairn.codes.dft.DftCode;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.KPoints;
import cairn.codes.dft.pseudo.Choice;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Structure;
import cairn.templates.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/// The text of a pw.x input.
final class PwInput {
    private PwInput() {}

    /// For a structure that Cairn moves.
    static String of(DftSettings settings, Choice choice, Structure structure) {
        return render(
                Namelists.of(settings, choice, structure.count()),
                settings,
                choice,
                structure,
                DftCode.atoms(structure));
    }

    /// For a task that pw.x does by itself, with this structure.
    static String of(DftSettings settings, Choice choice, Structure structure, SequencedMap<String, Object> task) {
        return render(
                Namelists.of(settings, choice, structure.count(), task), settings, choice, structure, atoms(structure));
    }

    /// Atoms that are held have three zeros behind them.
    static List<List<Object>> atoms(Structure structure) {
        List<List<Object>> atoms = new ArrayList<>();
        for (List<Object> atom : DftCode.atoms(structure)) {
            List<Object> words = new ArrayList<>(atom);
            if (structure.constraints().isFixed(atoms.size())) {
                words.addAll(List.of(0, 0, 0));
            }
            atoms.add(words);
        }
        return atoms;
    }

    private static String render(
            SequencedMap<String, SequencedMap<String, String>> namelists,
            DftSettings settings,
            Choice choice,
            Structure structure,
            List<List<Object>> atoms) {
        KPoints.Mesh mesh = settings.kPoints().in(structure.cell());
        return Templates.render(
                "espresso/pw.in",
                Map.of(
                        "namelists", namelists(namelists),
                        "species", species(choice),
                        "cell", cell(structure.cell()),
                        "atoms", atoms,
                        "gamma", mesh.isGamma(),
                        "mesh", List.of(mesh.a(), mesh.b(), mesh.c())));
    }

    static List<Map<String, Object>> namelists(SequencedMap<String, SequencedMap<String, String>> namelists) {
        return namelists.entrySet().stream()
                .map(namelist -> Map.<String, Object>of("name", namelist.getKey(), "lines", lines(namelist.getValue())))
                .toList();
    }

    private static List<String> lines(Map<String, String> namelist) {
        return namelist.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .toList();
    }

    static List<List<Object>> species(Choice choice) {
        return choice.byElement().values().stream()
                .map(one -> List.<Object>of(one.element(), mass(one.element()), one.fileName()))
                .toList();
    }

    private static double mass(String symbol) {
        return Element.ofSymbol(symbol).orElseThrow().massAmu();
    }

    static List<List<Double>> cell(Cell cell) {
        return IntStream.range(0, 3)
                .mapToObj(vector ->
                        List.of(cell.component(vector, 0), cell.component(vector, 1), cell.component(vector, 2)))
                .toList();
    }
}
