package cairn.codes.dft.vasp.run;

import cairn.codes.Deck;
import cairn.codes.NativeRuns;
import cairn.codes.Reading;
import cairn.codes.SoftStop;
import cairn.codes.dft.DftCode;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.vasp.input.InputFiles;
import cairn.codes.dft.vasp.potcar.PotcarChoice;
import cairn.codes.dft.vasp.potcar.Potcars;
import cairn.codes.task.Room;
import cairn.codes.task.Sample;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// What VASP does by itself: an energy, a relaxation, molecular dynamics, a band.
public record VaspRuns(DftSettings settings, Potcars potcars) implements NativeRuns {
    @Override
    public List<String> objections(Task task) {
        List<String> objections =
                new ArrayList<>(potcars.of(task.structure().species()).objections());
        objections.addAll(RunTags.objections(task, settings));
        return List.copyOf(objections);
    }

    @Override
    public Deck deck(Task task, Start start, Room room) {
        return new VaspDeck(settings, potcars.of(task.structure().species()).potcars()).of(task, start, room);
    }

    /// The POTCAR, which is no text of ours.
    @Override
    public void provide(Task task, Path folder) {
        PotcarChoice choice = potcars.of(task.structure().species());
        if (!choice.objections().isEmpty()) {
            throw DftCode.failure("vasp/no-potcars", String.join(" ", choice.objections()));
        }
        try {
            choice.writeTo(folder.resolve(InputFiles.POTCAR));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a POTCAR to " + folder, e);
        }
    }

    @Override
    public void clear(Task task, Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(InputFiles.POTCAR));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the POTCAR in " + folder, e);
        }
    }

    /// VASP looks for the file after each step of the ions, and saves what it has before it leaves.
    @Override
    public SoftStop softStop() {
        return new SoftStop.ByFile("STOPCAR", "LSTOP = .TRUE.\n");
    }

    @Override
    public Reading read(Task task, Start start, Path folder) {
        return switch (task) {
            case Task.Energy energy -> new PointRun(energy.structure(), start, folder).energy();
            case Task.Relax relax -> new PointRun(relax.structure(), start, folder).relaxation(relax);
            case Task.Dynamics dynamics -> new PointRun(dynamics.structure(), start, folder).dynamics(dynamics);
            case Task.Band band -> new BandRun(band, start, folder).read();
        };
    }

    @Override
    public SortedMap<String, Path> saved(Task task, Path folder) {
        return SavedRun.of(task, folder, settings.spin().isResolved() ? 2 : 1);
    }

    @Override
    public List<Sample> samples(Task.Dynamics task, Start start, Path folder) {
        return DynamicsSamples.of(start, folder);
    }

    @Override
    public String trajectory(Task task) {
        return task instanceof Task.Band ? "01/XDATCAR" : "XDATCAR";
    }
}
