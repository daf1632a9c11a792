package cairn.codes.bands.lammps;

import cairn.structure.Forces;
import cairn.structure.Structure;
import cairn.structure.format.FormatException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The last whole snapshot in the dump of a run: its step, structure, and forces if they were dumped.
public final class Snapshot {
    /// A snapshot lies in the last part of a dump; this is enough for half a million atoms.
    private static final int TAIL_BYTES = 64 << 20;

    private final long step;
    private final Structure structure;
    private final Optional<Forces> forces;

    private Snapshot(long step, Structure structure, Optional<Forces> forces) {
        this.step = step;
        this.structure = structure;
        this.forces = forces;
    }

    /// @param log the lines of the run's log, which tell the elements where the dump does not
    /// @throws FormatException if there is no whole snapshot, or elements are told nowhere
    public static Snapshot last(Path dump, List<String> log, LammpsUnits units) {
        DumpFrame frame = DumpFrame.last(dump.toString(), wholeLines(dump));
        DumpStructures structures = new DumpStructures(new ReplicaLog(log), units, new ArrayList<>());
        return new Snapshot(
                frame.step(),
                structures.structure(frame),
                frame.hasForces() ? Optional.of(structures.forces(frame)) : Optional.empty());
    }

    public long step() {
        return step;
    }

    public Structure structure() {
        return structure;
    }

    public Optional<Forces> forces() {
        return forces;
    }

    private static List<String> wholeLines(Path dump) {
        try (RandomAccessFile file = new RandomAccessFile(dump.toFile(), "r")) {
            int length = Math.toIntExact(Math.min(TAIL_BYTES, file.length()));
            byte[] tail = new byte[length];
            file.seek(file.length() - length);
            file.readFully(tail);
            String text = new String(tail, StandardCharsets.ISO_8859_1);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + dump, e);
        }
    }
}
