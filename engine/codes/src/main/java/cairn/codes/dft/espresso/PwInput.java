package cairn.codes.dft.espresso;

import cairn.codes.dft.DftCode;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.KPoints;
import cairn.codes.dft.pseudo.Choice;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Structure;
import cairn.templates.Templates;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The text of a pw.x input.
final class PwInput {
    private PwInput() {}

    static String of(DftSettings settings, Choice choice, Structure structure) {
        KPoints.Mesh mesh = settings.kPoints().in(structure.cell());
        return Templates.render(
                "espresso/pw.in",
                Map.of(
                        "namelists", namelists(settings, choice, structure),
                        "species", species(choice),
                        "cell", cell(structure.cell()),
                        "atoms", DftCode.atoms(structure),
                        "gamma", mesh.isGamma(),
                        "mesh", List.of(mesh.a(), mesh.b(), mesh.c())));
    }

    private static List<Map<String, Object>> namelists(DftSettings settings, Choice choice, Structure structure) {
        return Namelists.of(settings, choice, structure.count()).entrySet().stream()
                .map(namelist -> Map.<String, Object>of("name", namelist.getKey(), "lines", lines(namelist.getValue())))
                .toList();
    }

    private static List<String> lines(Map<String, String> namelist) {
        return namelist.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .toList();
    }

    private static List<List<Object>> species(Choice choice) {
        return choice.byElement().values().stream()
                .map(one -> List.<Object>of(one.element(), mass(one.element()), one.fileName()))
                .toList();
    }

    private static double mass(String symbol) {
        return Element.ofSymbol(symbol).orElseThrow().massAmu();
    }

    private static List<List<Double>> cell(Cell cell) {
        return IntStream.range(0, 3)
                .mapToObj(vector ->
                        List.of(cell.component(vector, 0), cell.component(vector, 1), cell.component(vector, 2)))
                .toList();
    }
}
