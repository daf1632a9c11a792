package cairn.codes.dft.cp2k;

import cairn.codes.dft.DftCode;
import cairn.codes.task.Ensemble;
import cairn.codes.task.Room;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Cell;
import cairn.structure.Structure;
import cairn.structure.Units;
import cairn.templates.Templates;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// What a CP2K input says of a task, before it says how energies are computed.
///
/// CP2K holds the largest component of a gradient against its limit, Cairn the length of a force: 1/sqrt(3) of ours is
/// on the safe side. How far atoms moved is no criterion of ours.
final class Cp2kTask {
    private static final double COMPONENT = 1 / Math.sqrt(3);

    /// Of a limit, so that rounding never decides when Cairn checks the final numbers.
    private static final double WITHIN = 0.9;

    /// In timesteps: the time in which a thermostat acts; a barostat takes ten times as many.
    private static final double THERMOSTAT_STEPS = 100;

    private static final int SOME_SEED = 2000;

    private final Task task;
    private final Start start;
    private final Room room;

    Cp2kTask(Task task, Start start, Room room) {
        this.task = task;
        this.start = start;
        this.room = room;
    }

    /// The structure that the input has; that of a run which goes on is replaced by what it goes on from.
    Structure structure() {
        return start instanceof Start.Later later ? later.structures().getFirst() : task.structure();
    }

    String head() {
        Map<String, Object> values = new HashMap<>();
        values.put("runType", runType());
        values.put("seed", task instanceof Task.Dynamics dynamics ? dynamics.seed() : SOME_SEED);
        values.put("seconds", room.time() instanceof Room.Time.AtMost most ? most.seconds() : 0);
        values.put("goesOn", goesOn());
        values.put("motion", motion());
        values.put("held", held());
        return Templates.render("cp2k/run.inp", values);
    }

    Waves waves() {
        return switch (task) {
            case Task.Band _ -> Waves.OF_EACH_IMAGE;
            case Task.Energy _ -> Waves.OF_ATOMS;
            case Task.Relax _, Task.Dynamics _ -> goesOn() ? Waves.SAVED : Waves.OF_THE_STEP_BEFORE;
        };
    }

    /// The number of an image as CP2K writes it into the names of files: with as many digits as the last one has.
    static String number(int image, int images) {
        int digits = Integer.toString(images).length();
        return String.format(Locale.ROOT, "%0" + digits + "d", image);
    }

    private boolean goesOn() {
        return start instanceof Start.Saved;
    }

    private String runType() {
        return switch (task) {
            case Task.Energy _ -> "ENERGY_FORCE";
            case Task.Relax relax -> section(relax);
            case Task.Dynamics _ -> "MD";
            case Task.Band _ -> "BAND";
        };
    }

    private static String section(Task.Relax relax) {
        return relax.isCellFree() ? "CELL_OPT" : "GEO_OPT";
    }

    /// CP2K counts atoms from 1.
    private List<Integer> held() {
        Structure structure = task.structure();
        return IntStream.range(0, structure.count())
                .filter(structure.constraints()::isFixed)
                .mapToObj(atom -> atom + 1)
                .toList();
    }

    private String motion() {
        return switch (task) {
            case Task.Energy _ -> "";
            case Task.Relax relax -> Templates.render("cp2k/relax.inp", relax(relax));
            case Task.Dynamics dynamics -> Templates.render("cp2k/md.inp", dynamics(dynamics));
            case Task.Band band -> Templates.render("cp2k/band.inp", band(band));
        };
    }

    private Map<String, Object> relax(Task.Relax relax) {
        return Map.of(
                "section", section(relax),
                "maxSteps", relax.maxSteps(),
                "maxForce", hartreePerBohr(largest(relax)),
                "cellFree", relax.isCellFree(),
                "pressureBar", WITHIN * bar(relax.stressMax()),
                "goesOn", goesOn());
    }

    /// In eV/Angstrom. CP2K compares the mean pressure alone with a limit, and of a cell that moves it counts the
    /// gradients among the forces: volume times stress times the inverse of the matrix of lattice vectors. So no
    /// component of the stress is larger than the largest of them times the lengths of all vectors over the volume.
    private static double largest(Task.Relax relax) {
        Cell cell = relax.structure().cell();
        double lengths = cell.length(0) + cell.length(1) + cell.length(2);
        return relax.isCellFree()
                ? Math.min(relax.fmax(), relax.stressMax() * cell.volume() / lengths / COMPONENT)
                : relax.fmax();
    }

    /// `STEPS` counts those of this run, also where CP2K goes on counting. (`MAX_STEPS` is met before the last step is
    /// written: seen with 2023.1.)
    private Map<String, Object> dynamics(Task.Dynamics dynamics) {
        double thermostat = THERMOSTAT_STEPS * dynamics.timestepFs();
        return Map.of(
                "ensemble",
                ensemble(dynamics.ensemble()),
                "steps",
                dynamics.steps() - start.stepsDone(),
                "timestepFs",
                dynamics.timestepFs(),
                "temperatureK",
                dynamics.ensemble().temperatureK(),
                "thermostatFs",
                thermostat,
                "barostatFs",
                10 * thermostat,
                "pressureBar",
                dynamics.ensemble() instanceof Ensemble.AtPressure at ? bar(at.pressure()) : 0.0);
    }

    private static String ensemble(Ensemble ensemble) {
        return switch (ensemble) {
            case Ensemble.Isolated _ -> "NVE";
            case Ensemble.AtTemperature _ -> "NVT";
            case Ensemble.AtPressure _ -> "NPT_I";
        };
    }

    /// CP2K counts the steps of each run anew. It searches no minimum along a line (`NO_LS`), which with a climbing
    /// image took hundreds of evaluations for two steps. Half a force in atomic units is a step that no bond is too
    /// stiff for.
    private Map<String, Object> band(Task.Band band) {
        List<Structure> images = start instanceof Start.Later later ? later.structures() : band.images();
        BandStage stage = BandStage.of(band, start);
        return Map.of(
                "bandType", stage == BandStage.CLIMBS ? "CI-NEB" : "IT-NEB",
                "cores", room.cores(),
                "spring", band.spring() * Units.ANGSTROM_PER_BOHR * Units.ANGSTROM_PER_BOHR / Units.EV_PER_HARTREE,
                "maxForce", hartreePerBohr(stage.fmax(band)),
                "maxSteps", Math.max(1, band.maxIterations() - start.stepsDone()),
                "images", images.stream().map(Cp2kTask::coordinates).toList());
    }

    private static List<List<Object>> coordinates(Structure image) {
        return DftCode.atoms(image).stream()
                .map(atom -> atom.subList(1, atom.size()))
                .toList();
    }

    private static double hartreePerBohr(double evPerAngstrom) {
        return COMPONENT * WITHIN * evPerAngstrom * Units.ANGSTROM_PER_BOHR / Units.EV_PER_HARTREE;
    }

    private static double bar(double evPerAngstrom3) {
        return 1000 * Units.KILOBAR_PER_EV_ANGSTROM3 * evPerAngstrom3;
    }
}
