package cairn.codes.lammps;

import cairn.codes.CodeError;
import cairn.codes.Deck;
import cairn.codes.Reading;
import cairn.codes.Reading.Reached;
import cairn.codes.client.Launcher;
import cairn.codes.task.Found;
import cairn.codes.task.Room;
import cairn.codes.task.Start;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import cairn.templates.Templates;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What all runs of `lmp` have in common: a structure file and an input beside it, and at the end a log with our own
/// lines and a dump of the last structure.
///
/// @param input the name of the input file, which is also that of its template
record Run(KimModel model, String input) {
    /// One eV/Angstrom^3 in bar: `nktv2p` of LAMMPS's `units metal`.
    static final double BAR_PER_EV_PER_ANGSTROM3 = 1.6021765e6;

    static final String LOG = "log.lammps";
    static final String DUMP = "final.dump";
    private static final String SCREEN = "screen.txt";

    /// A whole end: what the log and the dump say together.
    record End(LogFile log, Structure structure, Evaluation evaluation) {}

    /// What an input is made from, besides what its kind of run wants.
    Map<String, Object> values(Structure structure, Room room) {
        Map<String, Object> values = new HashMap<>();
        values.put("model", model.id());
        values.put("species", DataFile.species(structure));
        values.put("held", held(structure));
        values.put("timeout", timeout(room));
        return values;
    }

    private static String timeout(Room room) {
        return switch (room.time()) {
            case Room.Time.Unlimited _ -> "";
            case Room.Time.AtMost most ->
                "%d:%02d:%02d".formatted(most.seconds() / 3600, most.seconds() / 60 % 60, most.seconds() % 60);
        };
    }

    /// LAMMPS counts atoms from 1.
    private static List<Integer> held(Structure structure) {
        return IntStream.range(0, structure.count())
                .filter(structure.constraints()::isFixed)
                .mapToObj(atom -> atom + 1)
                .toList();
    }

    Deck deck(Structure structure, Map<String, Object> values, Room room) {
        Structure framed = LammpsFrame.of(structure.cell()).enter(structure);
        SortedMap<String, String> files = new TreeMap<>();
        files.put(input, Templates.render("lammps/" + input, values));
        files.put(DataFile.NAME, DataFile.of(framed));
        return new Deck(files, command(room), Launcher.ENVIRONMENT, SCREEN, List.of(LOG, DUMP));
    }

    private List<String> command(Room room) {
        return Launcher.on(room.cores(), List.of(Lammps.COMMAND, "-in", input, "-log", LOG, "-screen", "none"));
    }

    /// The structure that a run begins with.
    static Structure first(Structure ofTask, Start start) {
        return switch (start) {
            case Start.Beginning _, Start.Saved _ -> ofTask;
            case Start.Later(var structures, var _) -> structures.getFirst();
        };
    }

    /// What is to be made of a log and a dump that are whole.
    interface Judge {
        Reading judge(End end);
    }

    /// What a run has come to: its error, how far it came, or what the judge says of its end.
    Reading read(Structure began, int stepsBefore, Path folder, Judge judge) {
        Optional<LogFile> log = OutputFile.lines(folder.resolve(LOG)).map(LogFile::new);
        if (log.isEmpty()) {
            return stopped("there is no " + LOG, began, stepsBefore, folder);
        }
        Optional<String> error = log.get().error();
        if (error.isPresent()) {
            return new Reading.Failed(KnownErrors.of(error.get()));
        }
        if (!log.get().isComplete()) {
            return stopped(LOG + " stops before its end", began, stepsBefore, folder);
        }
        return OutputFile.lines(folder.resolve(DUMP))
                .flatMap(DumpFile::of)
                .map(dump -> whole(began, log.get(), dump, judge))
                .orElseGet(() -> stopped(DUMP + " stops before its end", began, stepsBefore, folder));
    }

    private static Reading stopped(String why, Structure began, int stepsBefore, Path folder) {
        return new Reading.Stopped(
                why,
                Trajectory.last(folder)
                        .filter(snapshot -> snapshot.dump().positions().length == 3 * began.count())
                        .map(snapshot -> new Reached(
                                Math.max(stepsBefore, snapshot.step()), List.of(placed(began, snapshot.dump()))))
                        .orElseGet(() -> new Reached(stepsBefore, List.of())));
    }

    private Reading whole(Structure began, LogFile log, DumpFile dump, Judge judge) {
        Optional<Double> energy = log.energy();
        Optional<double[]> pressure = log.pressure();
        if (energy.isEmpty() || pressure.isEmpty() || dump.forces().length != 3 * began.count()) {
            return new Reading.Stopped(LOG + " or " + DUMP + " is not of this run", Reached.nothing());
        }
        if (!Double.isFinite(energy.get()) || !Numbers.allFinite(pressure.get()) || !dump.isFinite()) {
            return new Reading.Failed(notFinite());
        }
        LammpsFrame frame = LammpsFrame.of(began.cell());
        Evaluation evaluation = new Evaluation(
                energy.get(), frame.leave(Forces.of(dump.forces())), frame.leave(stress(pressure.get())));
        return judge.judge(new End(log, placed(began, dump), evaluation));
    }

    static Reading finished(End end, int steps) {
        return new Reading.Finished(new Found.Point(
                end.structure(), end.evaluation(), steps, end.log().version()));
    }

    /// The atoms of a structure where a dump has them. A cell that never moved stays as it was, to the last digit.
    private static Structure placed(Structure began, DumpFile dump) {
        LammpsFrame frame = LammpsFrame.of(began.cell());
        boolean moved = !LammpsFrame.of(began.cell()).enter(began).cell().equals(dump.cell());
        return began.withCell(
                moved ? frame.leave(dump.cell()) : began.cell(), frame.leave(Positions.of(dump.positions())));
    }

    /// The pressure with its sign turned: a stress is positive where the cell wants to shrink.
    private static Stress stress(double[] bar) {
        double[] s = IntStream.range(0, 6)
                .mapToDouble(i -> -bar[i] / BAR_PER_EV_PER_ANGSTROM3)
                .toArray();
        return new Stress.Tensor(s[0], s[1], s[2], s[3], s[4], s[5]);
    }

    private static CodeError notFinite() {
        return new CodeError(
                "lammps/not-finite",
                "LAMMPS ended with energies or forces that are not numbers.",
                "Look for atoms that overlap in the starting structure.");
    }
}
