package cairn.codes.bands.lammps;

import cairn.codes.bands.Lines;
import cairn.codes.bands.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The log of the whole run, `log.lammps`, or what `mpirun` printed: the manual's page on the command `neb` has it.
///
///     version  := "LAMMPS (" text ")"
///     running  := "Running on" int "partitions of processors"
///     heading  := "Step MaxReplicaForce MaxAtomForce ... EBF EBR RDT RD1 PE1 RD2 PE2 ... RDN PEN" ...
///     row      := numbers in these columns; what follows PEN (with `print verbose`) is passed over
///     climbing := "Climbing replica =" int
///
/// Before RD1 stand as many columns as the heading names, which differs between versions; with `print terse` the row
/// ends there. The last whole row counts. The logs of 29 Sep 2021 were read for this.
final class NebLog {
    private static final Pattern VERSION = Pattern.compile("LAMMPS \\((.+)\\)");
    private static final Pattern RUNNING = Pattern.compile("Running on (\\d+) partitions of processors");
    private static final Pattern CLIMBING = Pattern.compile("Climbing replica = (\\d+)");
    private static final String HEADING = "MaxReplicaForce";

    private String version = "";
    private int replicas;
    private int climbing;
    private List<String> columns = List.of();
    private double[] row = {};

    static NebLog of(List<String> lines) {
        NebLog log = new NebLog();
        lines.forEach(log::take);
        return log;
    }

    static boolean isOne(String head) {
        return head.contains(HEADING) && RUNNING.matcher(head).find();
    }

    private void take(String line) {
        Lines.start(VERSION, line).ifPresent(found -> version = found.group(1));
        Lines.start(RUNNING, line).ifPresent(found -> replicas = Integer.parseInt(found.group(1)));
        Lines.start(CLIMBING, line).ifPresent(found -> climbing = Integer.parseInt(found.group(1)));
        if (line.contains(HEADING)) {
            columns = List.of(line.strip().split("\\s+"));
        } else if (!columns.isEmpty()) {
            row(Numbers.in(line));
        }
    }

    private void row(double[] numbers) {
        int pairs = columns.indexOf("RD1");
        int needed = pairs < 0 ? columns.size() : pairs + 2 * replicas;
        if (numbers.length >= needed && Arrays.stream(numbers).limit(needed).allMatch(Double::isFinite)) {
            row = numbers;
        }
    }

    boolean hasRow() {
        return row.length > 0;
    }

    /// Whether the row has coordinate and energy of each replica.
    boolean hasReplicas() {
        return hasRow() && columns.contains("RD1");
    }

    String version() {
        return version;
    }

    int replicas() {
        return replicas;
    }

    /// Counted from 1; 0 if none climbed yet.
    int climbing() {
        return climbing;
    }

    long step() {
        return (long) row[0];
    }

    /// A column by its name, in the units of the run.
    double column(String name) {
        int at = columns.indexOf(name);
        return at < 0 || at >= row.length ? Double.NaN : row[at];
    }

    /// The reaction coordinate of a replica counted from 0, as a fraction of the whole.
    double fraction(int replica) {
        return row[columns.indexOf("RD1") + 2 * replica];
    }

    /// In the energy unit of the run.
    double energy(int replica) {
        return row[columns.indexOf("RD1") + 2 * replica + 1];
    }
}
