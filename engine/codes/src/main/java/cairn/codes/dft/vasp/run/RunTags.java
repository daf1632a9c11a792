package cairn.codes.dft.vasp.run;

import cairn.codes.dft.DftSettings;
import cairn.codes.task.Ensemble;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Units;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The tags that tell VASP what to do with the ions, by the pages of its wiki with their names.
///
/// ISTART and ICHARG are left out: VASP reads WAVECAR if there is one, and there is one only where it is whole.
final class RunTags {
    /// Friction of the Langevin thermostat, 1/ps, and mass of its barostat, amu: as in the wiki's examples of NPT.
    private static final String FRICTION = "10";

    private static final String BAROSTAT_MASS = "1000";

    /// The workflow says by this tag that its VASP has the VTST tools, and which optimizer of theirs.
    private static final String VTST = "iopt";

    private RunTags() {}

    static List<String> objections(Task task, DftSettings settings) {
        List<String> objections = new ArrayList<>();
        if (task instanceof Task.Band band && band.climbing() == Task.Climbing.HIGHEST && !hasVtst(settings)) {
            objections.add("VASP has no climbing image without the VTST tools: say vasp: {iopt: 3} if yours is built"
                    + " with them, or climbing: never, or let Cairn drive the band.");
        }
        if (task instanceof Task.Dynamics(var structure, Ensemble.AtPressure _, var _, var _, var _)
                && structure.constraints().fixedCount() > 0) {
            objections.add("An atom held fixed stays where it is, and cannot follow a cell under pressure.");
        }
        return List.copyOf(objections);
    }

    private static boolean hasVtst(DftSettings settings) {
        return settings.own().propertyNames().stream().anyMatch(VTST::equalsIgnoreCase);
    }

    static SequencedMap<String, String> of(Task task, Start start, DftSettings settings) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        switch (task) {
            case Task.Energy _ -> put(tags, "NSW", 0, "IBRION", -1, "ISIF", 2);
            case Task.Relax relax -> relax(tags, relax, start);
            case Task.Dynamics dynamics -> dynamics(tags, dynamics, start);
            case Task.Band band -> band(tags, band, start, settings);
        }
        put(tags, "LWAVE", ".TRUE.", "LCHARG", ".TRUE.");
        return tags;
    }

    private static void put(SequencedMap<String, String> tags, Object... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            tags.put(pairs[i].toString(), number(pairs[i + 1]));
        }
    }

    private static String number(Object value) {
        return value instanceof Double number && number == Math.rint(number)
                ? String.valueOf(Math.round(number))
                : value.toString();
    }

    /// Conjugate gradients, which has the most reliable line search (page IBRION).
    private static void relax(SequencedMap<String, String> tags, Task.Relax task, Start start) {
        put(tags, "NSW", task.maxSteps() - start.stepsDone(), "IBRION", 2, "ISIF", task.isCellFree() ? 3 : 2);
        put(tags, "EDIFFG", -task.fmax());
    }

    private static void dynamics(SequencedMap<String, String> tags, Task.Dynamics task, Start start) {
        put(tags, "NSW", task.steps() - start.stepsDone(), "IBRION", 0, "POTIM", task.timestepFs(), "ISYM", 0);
        switch (task.ensemble()) {
            case Ensemble.Isolated _ -> put(tags, "MDALGO", 0, "SMASS", -3, "ISIF", 2);
            case Ensemble.AtTemperature _ -> put(tags, "MDALGO", 2, "SMASS", 0, "ISIF", 2);
            case Ensemble.AtPressure(var _, double pressure) -> barostat(tags, task, pressure);
        }
        put(tags, "TEBEG", task.ensemble().temperatureK(), "RANDOM_SEED", task.seed() + " 0 0");
    }

    private static void barostat(SequencedMap<String, String> tags, Task.Dynamics task, double pressure) {
        long kinds = task.structure().species().stream().distinct().count();
        put(tags, "MDALGO", 3, "ISIF", 3, "PSTRESS", rounded(pressure * Units.KILOBAR_PER_EV_ANGSTROM3));
        put(tags, "LANGEVIN_GAMMA", String.join(" ", Collections.nCopies((int) kinds, FRICTION)));
        put(tags, "LANGEVIN_GAMMA_L", FRICTION, "PMASS", BAROSTAT_MASS);
    }

    /// Rounded to where no physics is.
    private static double rounded(double kilobar) {
        return Math.rint(kilobar * 1e9) / 1e9;
    }

    /// With the VTST tools, whose optimizers want that VASP's own stands still (IBRION = 3, POTIM = 0); else by quick
    /// minimisation (page Nudged elastic bands). VASP counts springs as negative.
    private static void band(SequencedMap<String, String> tags, Task.Band task, Start start, DftSettings settings) {
        put(tags, "IMAGES", task.images().size() - 2, "SPRING", -task.spring());
        put(tags, "NSW", task.maxIterations() - start.stepsDone(), "ISIF", 2, "EDIFFG", -task.fmax(), "ISYM", 0);
        if (hasVtst(settings)) {
            put(tags, "ICHAIN", 0, "LCLIMB", task.climbing() == Task.Climbing.HIGHEST ? ".TRUE." : ".FALSE.");
            put(tags, "IBRION", 3, "POTIM", 0);
        } else {
            put(tags, "IBRION", 1, "POTIM", 0.5);
        }
    }
}
