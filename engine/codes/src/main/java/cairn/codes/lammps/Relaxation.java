package cairn.codes.lammps;

import cairn.codes.Code;
import cairn.codes.CodeError;
import cairn.codes.Deck;
import cairn.codes.Parsed;
import cairn.codes.RelaxTask;
import cairn.structure.Cell;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import cairn.templates.Templates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// A relaxation that LAMMPS runs by itself: conjugate gradients until the largest per-atom force is small, with
/// `fix box/relax` in cycles where the cell is free.
final class Relaxation implements Code.NativeRelax {
    /// One eV/Angstrom^3 in bar: `nktv2p` of LAMMPS's `units metal`.
    static final double BAR_PER_EV_PER_ANGSTROM3 = 1.6021765e6;

    private static final String INPUT = "relax.in";
    private static final String LOG = "log.lammps";
    private static final String DUMP = "final.dump";

    /// A cell that is not at rest after so many new references will never be.
    private static final int CYCLES = 20;

    /// Of a line search, force evaluations an iteration at most.
    private static final int EVALUATIONS_PER_STEP = 10;

    private final KimModel model;

    Relaxation(KimModel model) {
        this.model = model;
    }

    @Override
    public Deck render(RelaxTask task) {
        Structure structure = task.structure();
        Structure framed = LammpsFrame.of(structure.cell()).enter(structure);
        Map<String, Object> values = Map.of(
                "model", model.id(),
                "species", DataFile.species(structure),
                "held", held(structure),
                "cellFree", task.cellFree(),
                "fmax", task.fmax(),
                "pressureMaxBar", task.stressMax() * BAR_PER_EV_PER_ANGSTROM3,
                "cycles", CYCLES,
                "maxSteps", task.maxSteps(),
                "maxEvaluations", EVALUATIONS_PER_STEP * task.maxSteps());
        Map<String, String> files =
                Map.of(INPUT, Templates.render("lammps/relax.in", values), DataFile.NAME, DataFile.of(framed));
        return new Deck(new TreeMap<>(files), command(), List.of(LOG, DUMP));
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add("env");
        Lammps.ENVIRONMENT.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(List.of(Lammps.COMMAND, "-in", INPUT, "-log", LOG, "-screen", "none"));
        return command;
    }

    /// LAMMPS counts atoms from 1.
    private static List<Integer> held(Structure structure) {
        return IntStream.range(0, structure.count())
                .filter(structure.constraints()::isFixed)
                .mapToObj(atom -> atom + 1)
                .toList();
    }

    @Override
    public Parsed parse(RelaxTask task, Path folder) {
        Optional<LogFile> log = OutputFile.lines(folder.resolve(LOG)).map(LogFile::new);
        if (log.isEmpty()) {
            return new Parsed.Incomplete("there is no " + LOG);
        }
        Optional<String> error = log.get().error();
        if (error.isPresent()) {
            return new Parsed.Failed(KnownErrors.of(error.get()));
        }
        if (!log.get().isComplete()) {
            return new Parsed.Incomplete(LOG + " stops before its end");
        }
        return OutputFile.lines(folder.resolve(DUMP))
                .flatMap(DumpFile::of)
                .map(dump -> verdict(task, log.get(), dump))
                .orElseGet(() -> new Parsed.Incomplete(DUMP + " stops before its end"));
    }

    private static Parsed verdict(RelaxTask task, LogFile log, DumpFile dump) {
        Optional<Double> energy = log.energy();
        Optional<double[]> pressure = log.pressure();
        if (energy.isEmpty()
                || pressure.isEmpty()
                || dump.forces().length != 3 * task.structure().count()) {
            return new Parsed.Incomplete(LOG + " or " + DUMP + " is not of this relaxation");
        }
        if (!Double.isFinite(energy.get()) || !Numbers.allFinite(pressure.get()) || !dump.isFinite()) {
            return new Parsed.Failed(notFinite());
        }
        LammpsFrame frame = LammpsFrame.of(task.structure().cell());
        Evaluation evaluation = new Evaluation(
                energy.get(), frame.leave(Forces.of(dump.forces())), frame.leave(stress(pressure.get())));
        if (!meets(task, evaluation)) {
            return new Parsed.Failed(notConverged(task, log, evaluation));
        }
        return new Parsed.Relaxed(relaxed(task, frame, dump), evaluation, log.forceEvaluations(), log.version());
    }

    private static Structure relaxed(RelaxTask task, LammpsFrame frame, DumpFile dump) {
        Cell cell =
                task.cellFree() ? frame.leave(dump.cell()) : task.structure().cell();
        return task.structure().withCell(cell, frame.leave(Positions.of(dump.positions())));
    }

    /// The pressure with its sign turned: a stress is positive where the cell wants to shrink.
    private static Stress stress(double[] bar) {
        double[] s = IntStream.range(0, 6)
                .mapToDouble(i -> -bar[i] / BAR_PER_EV_PER_ANGSTROM3)
                .toArray();
        return new Stress.Tensor(s[0], s[1], s[2], s[3], s[4], s[5]);
    }

    private static boolean meets(RelaxTask task, Evaluation evaluation) {
        return evaluation.forces().fmax(task.structure().constraints()) <= task.fmax()
                && (!task.cellFree() || largest(evaluation.stress()) <= task.stressMax());
    }

    private static double largest(Stress stress) {
        return switch (stress) {
            case Stress.NotGiven _ -> Double.POSITIVE_INFINITY;
            case Stress.Tensor(double xx, double yy, double zz, double yz, double xz, double xy) ->
                DoubleStream.of(xx, yy, zz, yz, xz, xy).map(Math::abs).max().orElseThrow();
        };
    }

    private static CodeError notFinite() {
        return new CodeError(
                "lammps/not-finite",
                "LAMMPS ended with energies or forces that are not numbers.",
                "Look for atoms that overlap in the starting structure.");
    }

    private static CodeError notConverged(RelaxTask task, LogFile log, Evaluation evaluation) {
        String reached = "LAMMPS stopped at fmax %s eV/Angstrom and stress %s eV/Angstrom^3, asked were %s and %s."
                .formatted(
                        evaluation.forces().fmax(task.structure().constraints()),
                        largest(evaluation.stress()),
                        task.fmax(),
                        task.cellFree() ? task.stressMax() : "none");
        return log.reachedLimit()
                ? new CodeError("lammps/max-steps", reached, "Allow more steps, or start from a better structure.")
                : new CodeError("lammps/stalled", reached, "Its line search found no way down: ask for a larger fmax.");
    }
}
