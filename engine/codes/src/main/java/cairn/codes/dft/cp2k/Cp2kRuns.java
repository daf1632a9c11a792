package cairn.codes.dft.cp2k;

import cairn.codes.Deck;
import cairn.codes.NativeRuns;
import cairn.codes.Reading;
import cairn.codes.SoftStop;
import cairn.codes.client.Launcher;
import cairn.codes.dft.DftSettings;
import cairn.codes.task.Ensemble;
import cairn.codes.task.Room;
import cairn.codes.task.Sample;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What CP2K does by itself: ENERGY_FORCE, GEO_OPT, CELL_OPT, MD and BAND. It looks for a file EXIT, and then saves
/// and stops.
record Cp2kRuns(DftSettings settings) implements NativeRuns {
    private static final String PROGRAM = "cp2k.psmp";

    @Override
    public List<String> objections(Task task) {
        return switch (task) {
            case Task.Energy _, Task.Relax _, Task.Band _ -> List.of();
            case Task.Dynamics(var structure, var ensemble, var _, var _, var _) ->
                ensemble instanceof Ensemble.AtPressure
                                && structure.constraints().fixedCount() > 0
                        ? List.of("An atom held fixed stays where it is, and cannot follow a cell under pressure.")
                        : List.of();
        };
    }

    @Override
    public Deck deck(Task task, Start start, Room room) {
        Cp2kTask told = new Cp2kTask(task, start, room);
        SortedMap<String, String> files = new TreeMap<>();
        files.put(Cp2kRun.INPUT, Cp2kInput.of(settings, told.structure(), told.head(), told.waves()));
        return new Deck(
                files,
                Launcher.on(room.cores(), List.of(PROGRAM, "-i", Cp2kRun.INPUT)),
                Launcher.ENVIRONMENT,
                Cp2kRun.OUTPUT,
                List.of(Cp2kRun.OUTPUT));
    }

    @Override
    public SoftStop softStop() {
        return new SoftStop.ByFile("EXIT", "");
    }

    @Override
    public Reading read(Task task, Start start, Path folder) {
        return new Cp2kRun(task, start, folder).read();
    }

    @Override
    public SortedMap<String, Path> saved(Task task, Path folder) {
        return Cp2kSaved.of(task, folder);
    }

    @Override
    public List<Sample> samples(Task.Dynamics task, Start start, Path folder) {
        return Cp2kSamples.of(folder.resolve(Cp2kRun.OUTPUT), start);
    }

    @Override
    public String trajectory(Task task) {
        return switch (task) {
            case Task.Energy _ -> Cp2kRun.OUTPUT;
            case Task.Relax _, Task.Dynamics _ -> Frames.POSITIONS;
            case Task.Band band ->
                "cairn-pos-Replica_nr_" + Cp2kTask.number(1, band.images().size()) + "-1.xyz";
        };
    }
}
