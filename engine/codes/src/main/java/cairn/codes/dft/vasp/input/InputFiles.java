package cairn.codes.dft.vasp.input;

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
public final class InputFiles {
    public static final String INCAR = "INCAR";
    public static final String KPOINTS = "KPOINTS";
    public static final String POSCAR = "POSCAR";
    public static final String POTCAR = "POTCAR";

    private InputFiles() {}

    /// For a structure in its own order; `run` are the tags that say what is to be done with it.
    public static SortedMap<String, String> of(
            DftSettings settings, Structure structure, List<Potcar> potcars, SequencedMap<String, String> run) {
        Structure grouped = grouped(structure);
        return new TreeMap<>(Map.of(
                INCAR, Incar.of(settings, grouped, potcars, run).text(),
                KPOINTS, kPoints(settings.kPoints(), structure.cell()),
                POSCAR, Poscar.format(grouped)));
    }

    public static String poscar(Structure structure) {
        return Poscar.format(grouped(structure));
    }

    private static Structure grouped(Structure structure) {
        return Grouping.of(structure.species()).grouped(structure);
    }

    private static String kPoints(KPoints kPoints, Cell cell) {
        KPoints.Mesh mesh = kPoints.in(cell);
        return Templates.render("vasp/KPOINTS", Map.of("mesh", List.of(mesh.a(), mesh.b(), mesh.c())));
    }
}
