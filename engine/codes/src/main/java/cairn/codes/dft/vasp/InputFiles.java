package cairn.codes.dft.vasp;

import cairn.codes.dft.DftSettings;
import cairn.codes.dft.KPoints;
import cairn.codes.dft.vasp.potcar.Potcar;
import cairn.structure.Cell;
import cairn.structure.Structure;
import cairn.structure.format.Poscar;
import cairn.templates.Templates;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// The text of the input files but POTCAR, whose text never leaves its place but for the folder of a run.
final class InputFiles {
    static final String INCAR = "INCAR";
    static final String KPOINTS = "KPOINTS";
    static final String POSCAR = "POSCAR";
    static final String POTCAR = "POTCAR";

    private InputFiles() {}

    /// For a structure in its own order; `run` are the tags that say what is to be done with it.
    static SortedMap<String, String> of(
            DftSettings settings, Structure structure, List<Potcar> potcars, SequencedMap<String, String> run) {
        Structure grouped = Grouping.of(structure.species()).grouped(structure);
        return new TreeMap<>(Map.of(
                INCAR, Incar.of(settings, grouped, potcars, run).text(),
                KPOINTS, kPoints(settings.kPoints(), structure.cell()),
                POSCAR, Poscar.format(grouped)));
    }

    private static String kPoints(KPoints kPoints, Cell cell) {
        KPoints.Mesh mesh = kPoints.in(cell);
        return Templates.render("vasp/KPOINTS", Map.of("mesh", List.of(mesh.a(), mesh.b(), mesh.c())));
    }
}
