package cairn.codes.output.lammps;

import cairn.codes.output.Cost;
import cairn.codes.output.Fingerprint;
import cairn.codes.output.Line;
import cairn.codes.output.LineReader;
import cairn.codes.output.Output;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Step;
import cairn.codes.output.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A dump of LAMMPS by itself: snapshots, each `ITEM: TIMESTEP`, `ITEM: NUMBER OF ATOMS` and its number of lines below
/// `ITEM: ATOMS`.
///
/// It tells neither energies nor how the run ended; the log does, which reads the dump where it lies beside.
public final class LammpsDump implements OutputReader {
    @Override
    public String what() {
        return "a dump of LAMMPS";
    }

    @Override
    public boolean isOne(String head) {
        return head.startsWith("ITEM: TIMESTEP") || head.startsWith("ITEM: UNITS");
    }

    @Override
    public Output read(Path file, Consumer<Step> steps) {
        Snapshots snapshots = new Snapshots();
        try (LineReader lines = LineReader.open(file)) {
            while (lines.next()) {
                snapshots.take(lines.line());
            }
            return new Output(
                    "LAMMPS",
                    Output.UNKNOWN_VERSION,
                    snapshots.isWhole() ? silent(snapshots.whole) : new Verdict.Truncated(lines.position()),
                    0,
                    new Output.Last.None(),
                    Fingerprint.of(Map.of(Fingerprint.Key.CODE, "LAMMPS")),
                    List.of(),
                    Cost.unsaid());
        }
    }

    private static Verdict silent(int snapshots) {
        return new Verdict.Unconverged(
                "a dump tells no energies (snapshots here: " + snapshots + "); read the log of the run");
    }

    /// Counts the snapshots that are whole.
    private static final class Snapshots {
        private int whole;
        private boolean countFollows;
        private double atoms = Double.NaN;
        /// Of the snapshot; negative above its table.
        private long rows = -1;

        void take(Line line) {
            if (line.begins("ITEM: ")) {
                countFollows = line.begins("ITEM: NUMBER OF ATOMS");
                rows = line.begins("ITEM: ATOMS") ? 0 : -1;
            } else if (countFollows) {
                atoms = line.numberFrom(0);
                countFollows = false;
            } else if (rows >= 0) {
                rows++;
                whole += rows == atoms ? 1 : 0;
            }
        }

        boolean isWhole() {
            return rows >= 0 && rows == atoms;
        }
    }
}
