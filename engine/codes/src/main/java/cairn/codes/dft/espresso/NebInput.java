package cairn.codes.dft.espresso;

import cairn.codes.dft.DftSettings;
import cairn.codes.dft.KPoints;
import cairn.codes.dft.pseudo.Choice;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Structure;
import cairn.templates.Templates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/// The text of a neb.x input: how the path is searched, and in it the input of pw.x with the images for positions.
final class NebInput {
    private NebInput() {}

    static String of(
            DftSettings settings, Choice choice, Task.Band task, Start start, SequencedMap<String, Object> control) {
        List<Structure> images = start instanceof Start.Later later ? later.structures() : task.images();
        KPoints.Mesh mesh = settings.kPoints().in(task.structure().cell());
        return Templates.render(
                "espresso/neb.in",
                Map.of(
                        "path", path(settings, task, start),
                        "namelists",
                                PwInput.namelists(Namelists.of(
                                        settings, choice, task.structure().count(), engine(control))),
                        "species", PwInput.species(choice),
                        "cell", PwInput.cell(task.structure().cell()),
                        "first", PwInput.atoms(images.getFirst()),
                        "between",
                                images.subList(1, images.size() - 1).stream()
                                        .map(PwInput::atoms)
                                        .toList(),
                        "last", PwInput.atoms(images.getLast()),
                        "gamma", mesh.isGamma(),
                        "mesh", List.of(mesh.a(), mesh.b(), mesh.c())));
    }

    /// neb.x says itself where it goes on from.
    private static SequencedMap<String, Object> engine(SequencedMap<String, Object> control) {
        SequencedMap<String, Object> engine = new LinkedHashMap<>(control);
        engine.remove("control.restart_mode");
        return engine;
    }

    /// Springs of one strength: `k_max` and `k_min` alike.
    private static List<String> path(DftSettings settings, Task.Band task, Start start) {
        double spring = PwUnits.spring(task.spring());
        SequencedMap<String, Object> path = new LinkedHashMap<>();
        path.put("restart_mode", start instanceof Start.Saved ? "restart" : "from_scratch");
        path.put("string_method", "neb");
        path.put("nstep_path", task.maxIterations());
        path.put("num_of_images", task.images().size());
        path.put("opt_scheme", "broyden");
        path.put("ci_scheme", task.climbing() == Task.Climbing.HIGHEST ? "auto" : "no-CI");
        path.put("k_max", spring);
        path.put("k_min", spring);
        path.put("path_thr", task.fmax());
        settings.own()
                .path("path")
                .properties()
                .forEach(entry -> path.put(entry.getKey().toLowerCase(Locale.ROOT), Namelists.value(entry.getValue())));
        return path.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + Namelists.fortran(entry.getValue()))
                .toList();
    }
}
