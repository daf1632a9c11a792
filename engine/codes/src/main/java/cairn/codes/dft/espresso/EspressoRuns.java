package cairn.codes.dft.espresso;

import cairn.codes.Deck;
import cairn.codes.NativeRuns;
import cairn.codes.Reading;
import cairn.codes.SoftStop;
import cairn.codes.client.Launcher;
import cairn.codes.dft.DftCode;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.pseudo.Choice;
import cairn.codes.dft.pseudo.Families;
import cairn.codes.dft.pseudo.Family;
import cairn.codes.dft.pseudo.Pseudopotential;
import cairn.codes.task.Ensemble;
import cairn.codes.task.Room;
import cairn.codes.task.Sample;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Structure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What Quantum ESPRESSO does by itself: pw.x an SCF, a relaxation, molecular dynamics; neb.x a band. Both look for
/// the file `cairn.EXIT`, and then save and stop.
record EspressoRuns(DftSettings settings) implements NativeRuns {
    @Override
    public List<String> objections(Task task) {
        return switch (task) {
            case Task.Energy _, Task.Relax _, Task.Band _ -> List.of();
            case Task.Dynamics dynamics ->
                dynamics.ensemble() instanceof Ensemble.AtPressure
                        ? List.of("pw.x has no thermostat for a cell that moves: take nvt, or another code.")
                        : List.of();
        };
    }

    private Choice choice(Task task) {
        Family family = Families.of(settings.pseudopotentials())
                .orElseThrow(
                        () -> DftCode.failure("qe/no-pseudopotentials", Families.missing(settings.pseudopotentials())));
        return Choice.of(family, task.structure(), settings.functional());
    }

    @Override
    public Deck deck(Task task, Start start, Room room) {
        return switch (task) {
            case Task.Energy _, Task.Relax _, Task.Dynamics _ -> pw(task, start, room);
            case Task.Band band -> neb(band, start, room);
        };
    }

    private Deck pw(Task task, Start start, Room room) {
        Structure structure =
                start instanceof Start.Later later ? later.structures().getFirst() : task.structure();
        String input = PwInput.of(settings, choice(task), structure, PwTask.of(task, start, room));
        return deck(PwRun.INPUT, input, List.of(PwClient.PROGRAM, "-in", PwRun.INPUT), PwRun.OUTPUT, room);
    }

    private Deck neb(Task.Band task, Start start, Room room) {
        String input = NebInput.of(settings, choice(task), task, start, PwTask.of(task, start, room));
        return deck(NebRun.INPUT, input, List.of("neb.x", "-inp", NebRun.INPUT), NebRun.OUTPUT, room);
    }

    private static Deck deck(String name, String input, List<String> program, String output, Room room) {
        SortedMap<String, String> files = new TreeMap<>();
        files.put(name, input);
        return new Deck(files, Launcher.on(room.cores(), program), Launcher.ENVIRONMENT, output, List.of(output));
    }

    @Override
    public void provide(Task task, Path folder) {
        try {
            Path pseudo = Files.createDirectories(folder.resolve(Namelists.PSEUDO_FOLDER));
            for (Pseudopotential one : choice(task).byElement().values()) {
                one.writeInto(pseudo);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + folder, e);
        }
    }

    @Override
    public SoftStop softStop() {
        return new SoftStop.ByFile(PwRun.STOP, "");
    }

    @Override
    public Reading read(Task task, Start start, Path folder) {
        return switch (task) {
            case Task.Energy _, Task.Relax _, Task.Dynamics _ -> new PwRun(task, start, folder).read();
            case Task.Band band -> NebRun.read(band, start, folder);
        };
    }

    @Override
    public SortedMap<String, Path> saved(Task task, Path folder) {
        return switch (task) {
            case Task.Energy _, Task.Relax _, Task.Dynamics _ -> PwRun.saved(task, folder);
            case Task.Band _ -> NebRun.saved(folder);
        };
    }

    @Override
    public List<Sample> samples(Task.Dynamics task, Start start, Path folder) {
        return new PwRun(task, start, folder).samples();
    }

    /// pw.x tells positions in its text alone.
    @Override
    public String trajectory(Task task) {
        return switch (task) {
            case Task.Energy _, Task.Relax _, Task.Dynamics _ -> PwRun.OUTPUT;
            case Task.Band _ -> PwRun.PREFIX + ".xyz";
        };
    }
}
