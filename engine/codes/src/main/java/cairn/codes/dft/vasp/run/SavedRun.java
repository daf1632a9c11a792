package cairn.codes.dft.vasp.run;

import cairn.codes.dft.vasp.input.Grouping;
import cairn.codes.dft.vasp.input.InputFiles;
import cairn.codes.dft.vasp.input.SavedField;
import cairn.codes.task.Task;
import cairn.structure.Structure;
import cairn.structure.format.FormatException;
import cairn.structure.format.Poscar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a run has saved for another: the CONTCAR, which becomes its POSCAR, and WAVECAR and CHGCAR where they are
/// whole.
///
/// VASP writes CONTCAR anew after each step, so a run that is killed then leaves an empty or a cut one. One of
/// molecular dynamics must hold the velocities, too: without them the same motion does not go on.
final class SavedRun {
    static final String POSITIONS = "CONTCAR";

    /// Comment, scale, cell, elements and counts.
    private static final int LINES_BEFORE_MODE = 7;

    private final SortedMap<String, Path> saved = new TreeMap<>();
    private final Path folder;
    private final int spins;

    private SavedRun(Path folder, int spins) {
        this.folder = folder;
        this.spins = spins;
    }

    /// Empty if a CONTCAR is not whole.
    static SortedMap<String, Path> of(Task task, Path folder, int spins) {
        SavedRun run = new SavedRun(folder, spins);
        boolean whole = switch (task) {
            case Task.Energy _ -> false;
            case Task.Relax relax -> run.add("", relax.structure(), 0);
            case Task.Dynamics dynamics ->
                run.add("", dynamics.structure(), dynamics.structure().count());
            case Task.Band band -> run.addAll(band.images());
        };
        return whole ? run.saved : new TreeMap<>();
    }

    private boolean addAll(List<Structure> images) {
        boolean whole = true;
        for (int image = 1; whole && image < images.size() - 1; image++) {
            whole = add(VaspDeck.folder(image), images.get(image), 0);
        }
        return whole;
    }

    private boolean add(String below, Structure of, int velocities) {
        Path positions = folder.resolve(below + POSITIONS);
        if (!isWhole(positions, of, velocities)) {
            return false;
        }
        saved.put(below + InputFiles.POSCAR, positions);
        Path orbitals = folder.resolve(below + SavedField.ORBITALS);
        if (SavedField.isWholeWavecar(orbitals)) {
            saved.put(below + SavedField.ORBITALS, orbitals);
        }
        Path density = folder.resolve(below + SavedField.DENSITY);
        if (SavedField.isWholeChgcar(density, of.count(), spins)) {
            saved.put(below + SavedField.DENSITY, density);
        }
        return true;
    }

    private static boolean isWhole(Path file, Structure of, int velocities) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        String text = text(file);
        return text.endsWith("\n") && hasAtoms(text, of) && velocities(text, of) >= velocities;
    }

    private static boolean hasAtoms(String text, Structure of) {
        try {
            return Poscar.parse(text, POSITIONS)
                    .species()
                    .equals(Grouping.of(of.species()).grouped(of).species());
        } catch (FormatException _) {
            return false;
        }
    }

    /// Rows of three numbers after the atoms and the blank line below them.
    private static long velocities(String text, Structure of) {
        return text.lines()
                .skip(LINES_BEFORE_MODE)
                .dropWhile(line -> !line.strip().matches("(?i)[dck].*"))
                .skip(1 + of.count())
                .dropWhile(String::isBlank)
                .takeWhile(line -> line.strip().split("\\s+").length == 3)
                .count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
