package cairn.codes.bands.espresso;

import cairn.codes.bands.Lines;
import cairn.codes.bands.Numbers;
import cairn.structure.band.CodeSays;
import cairn.structure.band.CodeSays.Barrier;
import cairn.structure.band.CodeSays.Climbing;
import cairn.structure.band.CodeSays.Verdict;
import cairn.structure.band.Provenance;
import java.util.List;
import java.util.regex.Pattern;

/// What neb.x says on its standard output; of lines that come with every iteration the last one counts.
///
///     version    := "Program NEB v." word " starts on"
///     barrier    := "activation energy (->) =" number "eV" | "activation energy (<-) =" number "eV"
///     climbing   := "climbing image =" int
///     converged  := "neb: convergence achieved in" int "iterations"
///     exhausted  := "neb: reached the maximum number of steps"
///
/// The output of 6.7MaX was read for this.
final class NebOutput {
    private static final Pattern VERSION = Pattern.compile("\\s*Program NEB (?:v\\.)?(\\S+) starts on.*");
    private static final Pattern BARRIER = Pattern.compile("\\s*activation energy \\((->|<-)\\) =\\s*(\\S+) eV.*");
    private static final Pattern CLIMBING = Pattern.compile("\\s*climbing image =\\s*(\\d+).*");
    private static final Pattern VERDICT = Pattern.compile(
            "\\s*neb: (convergence achieved in +\\d+ iterations|reached the maximum number of steps).*");

    private String version = Provenance.UNKNOWN_VERSION;
    private double forward = Double.NaN;
    private double reverse = Double.NaN;
    private Climbing climbing = new Climbing.Unsaid();
    private Verdict verdict = new Verdict.NotConverged("its output ends without a verdict");

    static NebOutput of(List<String> lines) {
        NebOutput output = new NebOutput();
        lines.forEach(output::take);
        return output;
    }

    /// Whether a file that begins like this is an output of neb.x.
    static boolean isOne(String head) {
        return head.lines().anyMatch(line -> VERSION.matcher(line).matches());
    }

    private void take(String line) {
        Lines.whole(VERSION, line).ifPresent(found -> version = found.group(1));
        Lines.whole(BARRIER, line).ifPresent(found -> barrier(found.group(1).equals("->"), Numbers.of(found.group(2))));
        Lines.whole(CLIMBING, line)
                .ifPresent(found -> climbing = new Climbing.Image(Integer.parseInt(found.group(1)) - 1));
        Lines.whole(VERDICT, line)
                .ifPresent(found -> verdict = verdict(found.group(1).replaceAll(" +", " ")));
    }

    private void barrier(boolean isForward, double value) {
        forward = isForward ? value : forward;
        reverse = isForward ? reverse : value;
    }

    private static Verdict verdict(String words) {
        return words.startsWith("convergence") ? new Verdict.Converged(words) : new Verdict.NotConverged(words);
    }

    String version() {
        return version;
    }

    CodeSays says(String file) {
        boolean printed = Double.isFinite(forward) && Double.isFinite(reverse);
        return new CodeSays(
                climbing, printed ? new Barrier.Printed(forward, reverse, file) : new Barrier.Unsaid(), verdict);
    }
}
