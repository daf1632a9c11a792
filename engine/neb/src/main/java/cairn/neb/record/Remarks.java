package cairn.neb.record;

import cairn.neb.EnergyProfile;
import cairn.structure.band.BandRecord;
import cairn.structure.band.CodeSays.Barrier;
import cairn.structure.band.CodeSays.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// What is odd about a recorded band, each in one sentence, with what it means.
final class Remarks {
    /// A minimum deeper than this, eV, makes the path two hops.
    private static final double DEEP = 0.020;
    /// A path that turns by more than this at an image, degrees, is not smooth.
    private static final double SHARP = 60;
    /// The longest step over the shortest one.
    private static final double UNEVEN = 2;
    /// Our barrier and the printed one, eV.
    private static final double AGREES = 1e-4;
    /// The curve above the highest image, eV: more than this wants more images.
    private static final double COARSE = 0.010;

    private final RecordedPath path;
    private final BandRecord record;
    private final List<String> remarks = new ArrayList<>();

    private Remarks(RecordedPath path, BandRecord record) {
        this.path = path;
        this.record = record;
    }

    static List<String> on(RecordedPath path, BandRecord record) {
        Remarks remarks = new Remarks(path, record);
        remarks.verdict();
        remarks.printedBarrier();
        remarks.endpoints();
        remarks.relaxed();
        remarks.minima();
        remarks.coarse();
        remarks.kinks();
        remarks.spacing();
        remarks.slopes();
        return List.copyOf(remarks.remarks);
    }

    private void say(String sentence) {
        remarks.add(sentence);
    }

    private void verdict() {
        switch (record.codeSays().verdict()) {
            case Verdict.NotConverged(String words) ->
                say(String.format(
                        Locale.ROOT,
                        "%s did not finish its search (%s): the barrier is preliminary",
                        record.provenance().code(),
                        words));
            case Verdict.Converged _, Verdict.Unsaid _ -> {}
        }
    }

    private void printedBarrier() {
        if (record.codeSays().barrier() instanceof Barrier.Printed(double forward, double reverse, String file)) {
            compare("forward", forward, List.of(path.barrierForward(), path.barrierForwardSigmaZero()), file);
            compare("reverse", reverse, List.of(path.barrierReverse(), path.barrierReverseSigmaZero()), file);
        }
    }

    /// A program may print the barrier of free energies or of those extrapolated to no smearing.
    private void compare(String way, double printed, List<Reading> ours, String file) {
        OptionalDouble number = ours.getFirst().number();
        boolean agrees = ours.stream()
                .map(Reading::number)
                .flatMapToDouble(OptionalDouble::stream)
                .anyMatch(barrier -> Math.abs(barrier - printed) <= AGREES);
        if (number.isPresent() && !agrees) {
            say(String.format(
                    Locale.ROOT,
                    "the %s barrier printed in %s is %.4f eV, but the images give %.4f eV: the files may be of different "
                            + "steps",
                    way,
                    file,
                    printed,
                    number.getAsDouble()));
        }
    }

    private void endpoints() {
        for (RecordedPoint endpoint :
                List.of(path.points().getFirst(), path.points().getLast())) {
            OptionalDouble end = endpoint.energy().number();
            OptionalDouble top = path.highest().energy().number();
            if (end.isPresent() && end.getAsDouble() > top.orElseThrow()) {
                say(String.format(
                        Locale.ROOT,
                        "endpoint %d is higher than every image between: the path has no saddle of its own, or the endpoint "
                                + "is not relaxed",
                        endpoint.place().image()));
            } else if (end.isPresent()) {
                lowerNeighbour(endpoint.place().image(), end.getAsDouble());
            }
        }
    }

    private void lowerNeighbour(int endpoint, double energy) {
        int neighbour = endpoint == 0 ? 1 : endpoint - 1;
        OptionalDouble beside = path.points().get(neighbour).energy().number();
        if (beside.isPresent() && beside.getAsDouble() < energy - 1e-3) {
            say(String.format(
                    Locale.ROOT,
                    "endpoint %d lies %.3f eV above image %d beside it: it is not the minimum; relax it, or start from image %d",
                    endpoint,
                    energy - beside.getAsDouble(),
                    neighbour,
                    neighbour));
        }
    }

    private void relaxed() {
        for (RecordedPoint endpoint :
                List.of(path.points().getFirst(), path.points().getLast())) {
            OptionalDouble force = endpoint.fmaxWhole().number();
            if (force.isPresent() && force.getAsDouble() > path.convergence().fmax()) {
                say(String.format(
                        Locale.ROOT,
                        "endpoint %d is not relaxed: its largest force is %.3f eV/Angstrom",
                        endpoint.place().image(),
                        force.getAsDouble()));
            }
        }
    }

    private void minima() {
        for (EnergyProfile.Minimum minimum : path.profile().minima()) {
            if (minimum.depth() > DEEP) {
                say(String.format(
                        Locale.ROOT,
                        "there is a minimum %.3f eV deep at %.3f Angstrom: this path is more than one hop; relax that "
                                + "structure and search each hop by itself",
                        minimum.depth(),
                        minimum.point().coordinate()));
            }
        }
    }

    private void coarse() {
        if (path.barrierError() > COARSE) {
            say(String.format(
                    Locale.ROOT,
                    "the curve rises %.3f eV above the highest image: let an image climb, or use more images",
                    path.barrierError()));
        }
    }

    private void kinks() {
        String sharp = path.points().stream()
                .filter(point -> point.kink().number().orElse(0) > SHARP)
                .map(point -> String.format(
                        Locale.ROOT,
                        "%d (%.0f degrees)",
                        point.place().image(),
                        point.kink().number().orElseThrow()))
                .collect(Collectors.joining(", "));
        if (!sharp.isEmpty()) {
            say(String.format(
                    Locale.ROOT,
                    "the path turns sharply at image %s: it is not converged there, or needs more images",
                    sharp));
        }
    }

    private void spacing() {
        double[] steps = path.points().subList(0, path.points().size() - 1).stream()
                .mapToDouble(RecordedPoint::stepToNext)
                .sorted()
                .toArray();
        double ratio = steps[steps.length - 1] / steps[0];
        if (ratio > UNEVEN) {
            say(String.format(
                    Locale.ROOT, "the images are uneven: the longest step is %.1f times the shortest", ratio));
        }
    }

    private void slopes() {
        String guessed = path.points().stream()
                .filter(point -> point.slope() instanceof Slope.FromEnergies)
                .map(point -> String.valueOf(point.place().image()))
                .collect(Collectors.joining(", "));
        if (!guessed.isEmpty()) {
            say(String.format(
                    Locale.ROOT,
                    "the force along the path is not known at image %s: the curve there is a cubic through the energies "
                            + "and not force-consistent",
                    guessed));
        }
    }
}
