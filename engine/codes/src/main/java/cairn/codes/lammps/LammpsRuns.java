package cairn.codes.lammps;

import cairn.codes.Deck;
import cairn.codes.NativeRuns;
import cairn.codes.Reading;
import cairn.codes.SoftStop;
import cairn.codes.task.Ensemble;
import cairn.codes.task.Room;
import cairn.codes.task.Sample;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What LAMMPS does by itself: an energy, a relaxation, molecular dynamics. It stops by its own clock (`timer
/// timeout`).
record LammpsRuns(KimModel model) implements NativeRuns {
    @Override
    public List<String> objections(Task task) {
        return switch (task) {
            case Task.Energy _, Task.Relax _ -> List.of();
            case Task.Dynamics(var structure, var ensemble, var _, var _, var _) ->
                ensemble instanceof Ensemble.AtPressure
                                && structure.constraints().fixedCount() > 0
                        ? List.of("An atom held fixed stays where it is, and cannot follow a cell under pressure.")
                        : List.of();
            case Task.Band _ ->
                List.of("LAMMPS runs a band as one process for each image, which its recipe here does not do.");
        };
    }

    @Override
    public Deck deck(Task task, Start start, Room room) {
        return switch (task) {
            case Task.Energy energy -> new StaticRun(model).deck(energy, room);
            case Task.Relax relax -> new Relaxation(model).deck(relax, start, room);
            case Task.Dynamics dynamics -> new Dynamics(model).deck(dynamics, start, room);
            case Task.Band _ ->
                throw new IllegalArgumentException(objections(task).getFirst());
        };
    }

    @Override
    public SoftStop softStop() {
        return new SoftStop.ByItsOwnClock();
    }

    @Override
    public Reading read(Task task, Start start, Path folder) {
        return switch (task) {
            case Task.Energy energy -> new StaticRun(model).read(energy, folder);
            case Task.Relax relax -> new Relaxation(model).read(relax, start, folder);
            case Task.Dynamics dynamics -> new Dynamics(model).read(dynamics, start, folder);
            case Task.Band _ ->
                throw new IllegalArgumentException(objections(task).getFirst());
        };
    }

    @Override
    public SortedMap<String, Path> saved(Task task, Path folder) {
        SortedMap<String, Path> saved = new TreeMap<>();
        if (task instanceof Task.Dynamics) {
            RestartFile.latest(folder).ifPresent(file -> saved.put(RestartFile.FROM, file));
        }
        return saved;
    }

    @Override
    public List<Sample> samples(Task.Dynamics task, Start start, Path folder) {
        return Dynamics.samples(folder);
    }

    @Override
    public String trajectory(Task task) {
        return Trajectory.NAME;
    }
}
