package cairn.cli.band;

import cairn.neb.Band;
import cairn.neb.record.Convergence;
import cairn.neb.record.Convergence.Answer;
import cairn.neb.record.Reading;
import cairn.neb.record.RecordedPath;
import cairn.neb.record.RecordedPoint;
import cairn.neb.record.Slope;
import cairn.structure.band.BandRecord;
import cairn.structure.band.CodeSays.Barrier;
import cairn.structure.band.CodeSays.Verdict;
import cairn.structure.band.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// A band on one screen: images, barriers, convergence, what is missing and what is odd.
final class BandText {
    private final BandRecord record;
    private final RecordedPath path;
    private final List<String> lines = new ArrayList<>();

    BandText(BandRecord record, RecordedPath path) {
        this.record = record;
        this.path = path;
    }

    List<String> lines() {
        heading();
        table();
        barriers();
        convergence();
        record.gaps().forEach(gap -> lines.add("missing: " + gap));
        path.remarks().forEach(remark -> lines.add("warning: " + remark));
        return List.copyOf(lines);
    }

    private void say(String line) {
        lines.add(line.stripTrailing());
    }

    private void heading() {
        Provenance from = record.provenance();
        String version = from.version().equals(Provenance.UNKNOWN_VERSION) ? "" : " " + from.version();
        say(String.format(
                Locale.ROOT,
                "%s%s: %d images%s",
                from.code(),
                version,
                path.points().size(),
                atoms()));
        lines.add("");
    }

    private String atoms() {
        return path.band()
                .map(Band::from)
                .map(first -> " of %d atoms, %d of them fixed, %s"
                        .formatted(
                                first.count(),
                                first.constraints().fixedCount(),
                                first.composition().formula()))
                .orElse("");
    }

    private void table() {
        say("image  coordinate    energy       slope  fmax across  fmax true   next   kink");
        say("             Ang        eV      eV/Ang       eV/Ang     eV/Ang    Ang    deg");
        path.points().forEach(this::row);
        lines.add("");
    }

    private void row(RecordedPoint point) {
        boolean last = point.place().image() == path.points().size() - 1;
        say(String.format(
                Locale.ROOT,
                "%4d%s  %10.4f  %8s  %10s  %11s  %9s  %5s  %5s",
                point.place().image(),
                point.place().image() == path.highestImage() ? "*" : " ",
                point.place().coordinate(),
                number(4, point.energy().minus(reference())),
                slope(point.slope()),
                number(4, point.fmaxAcross()),
                number(4, point.fmaxWhole()),
                last ? "" : String.format(Locale.ROOT, "%.3f", point.stepToNext()),
                number(0, point.kink())));
    }

    /// Energies are shown above the first one that is known.
    private Reading reference() {
        return path.points().stream()
                .map(RecordedPoint::energy)
                .filter(Reading::isKnown)
                .findFirst()
                .orElseThrow();
    }

    private static String slope(Slope slope) {
        return switch (slope) {
            case Slope.FromForces(double value) -> rounded(4, value);
            case Slope.FromEnergies(double value) -> "(" + rounded(4, value) + ")";
            case Slope.Missing _ -> "?";
        };
    }

    private static String number(int decimals, Reading reading) {
        OptionalDouble number = reading.number();
        return number.isPresent() ? rounded(decimals, number.getAsDouble()) : "?";
    }

    /// A zero has no sign.
    private static String rounded(int decimals, double number) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", number);
        return text.matches("-0\\.?0*") ? text.substring(1) : text;
    }

    private void barriers() {
        barrier("forward", path.barrierForward());
        barrier("reverse", path.barrierReverse());
        say(String.format(Locale.ROOT, "reaction energy   %9s eV", number(4, path.energyDifference())));
        switch (record.codeSays().barrier()) {
            case Barrier.Printed(double forward, double reverse, String file) ->
                say(String.format(
                        Locale.ROOT,
                        "%s prints     %9.4f eV forward, %.4f eV reverse (%s)",
                        record.provenance().code(),
                        forward,
                        reverse,
                        file));
            case Barrier.Unsaid _ -> {}
        }
    }

    private void barrier(String way, Reading barrier) {
        if (barrier.isKnown()) {
            say(String.format(
                    Locale.ROOT,
                    "barrier %s   %9s eV, error +%.4f: the top of the curve, at %.3f Ang",
                    way,
                    number(4, barrier),
                    path.barrierError(),
                    path.summit().coordinate()));
        } else {
            say(String.format(Locale.ROOT, "barrier %s   not known: the energy of that endpoint is missing", way));
        }
    }

    private void convergence() {
        Convergence convergence = path.convergence();
        say(String.format(
                Locale.ROOT,
                "converged to %s eV/Ang: saddle %s, path %s, verified no (that takes a Hessian)",
                plain(convergence.fmax()),
                word(convergence.saddle()),
                word(convergence.path())));
        switch (record.codeSays().verdict()) {
            case Verdict.Converged(String words) ->
                say(String.format(
                        Locale.ROOT, "%s says: %s", record.provenance().code(), words));
            case Verdict.NotConverged _, Verdict.Unsaid _ -> {}
        }
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, "%.4f", number).replaceAll("0+$", "");
    }

    static String word(Answer answer) {
        return switch (answer) {
            case YES -> "yes";
            case NO -> "no";
            case UNKNOWN -> "unknown";
        };
    }
}
