package cairn.codes.dft.vasp.run;

import cairn.codes.Deck;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.vasp.input.InputFiles;
import cairn.codes.dft.vasp.input.VaspProgram;
import cairn.codes.dft.vasp.potcar.Potcar;
import cairn.codes.task.Room;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The deck of a run: INCAR, KPOINTS, and a POSCAR, or for a band one in the folder of each image. What was saved for a
/// run lies there already, and has no place in its deck.
record VaspDeck(DftSettings settings, List<Potcar> potcars) {
    VaspDeck {
        potcars = List.copyOf(potcars);
    }

    Deck of(Task task, Start start, Room room) {
        SortedMap<String, String> files =
                new TreeMap<>(InputFiles.of(settings, first(task, start), potcars, RunTags.of(task, start, settings)));
        if (task instanceof Task.Band band) {
            files.remove(InputFiles.POSCAR);
            images(band, start, files);
        } else if (start instanceof Start.Saved) {
            files.remove(InputFiles.POSCAR);
        }
        return new Deck(
                files,
                VaspProgram.on(cores(task, room)),
                new TreeMap<>(Map.of(VaspProgram.THREADS, "1")),
                VaspProgram.SCREEN,
                outputs(task));
    }

    private static Structure first(Task task, Start start) {
        return switch (start) {
            case Start.Beginning _, Start.Saved _ -> task.structure();
            case Start.Later(var structures, var _) -> structures.getFirst();
        };
    }

    private static void images(Task.Band band, Start start, SortedMap<String, String> files) {
        List<Structure> images = start instanceof Start.Later(var structures, var _) ? structures : band.images();
        boolean saved = start instanceof Start.Saved;
        for (int image = 0; image < images.size(); image++) {
            boolean interior = image > 0 && image < images.size() - 1;
            if (!(saved && interior)) {
                files.put(folder(image) + InputFiles.POSCAR, InputFiles.poscar(images.get(image)));
            }
        }
    }

    /// Of an image: 00, 01 and so on.
    static String folder(int image) {
        return "%02d/".formatted(image);
    }

    /// VASP gives each image of a band as many processes, at least one.
    private static int cores(Task task, Room room) {
        int images = task instanceof Task.Band band ? band.images().size() - 2 : 1;
        return images * Math.max(1, room.cores() / images);
    }

    private static List<String> outputs(Task task) {
        if (task instanceof Task.Band band) {
            List<String> outputs = new ArrayList<>();
            for (int image = 1; image < band.images().size() - 1; image++) {
                outputs.add(folder(image) + "OUTCAR");
                outputs.add(folder(image) + SavedRun.POSITIONS);
            }
            return outputs;
        }
        return List.of(PointRun.OUTPUT, "OUTCAR", SavedRun.POSITIONS, "OSZICAR");
    }
}
