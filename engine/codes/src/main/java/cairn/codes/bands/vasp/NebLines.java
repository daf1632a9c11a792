package cairn.codes.bands.vasp;

import cairn.codes.bands.Lines;
import cairn.codes.bands.Numbers;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// What an OUTCAR of a band has besides its steps:
///
///     projection := "NEB: projections on to tangent (spring, REAL)" spring real       VTST only; after the forces
///     end        := "energy  without entropy=" ... "energy(sigma->0) =" number         with two blanks: ends a step
///     converged  := "reached required accuracy - stopping structural energy minimisation"
///     tag        := "NEB:" name value                                                   VTST only
///
/// For the lines of VTST its source `neb.F` of release 6.4 was read. VTST leaves open whether the table of forces holds
/// the true forces or those of the band; across the path these are the same, and along it the projection called REAL is
/// the true one.
final class NebLines {
    private static final Pattern END =
            Pattern.compile("\\s*energy  without entropy=.*energy\\(sigma->0\\) =\\s*(\\S+).*");
    private static final Pattern PROJECTION =
            Pattern.compile("\\s*NEB: projections on to tangent \\(spring, REAL\\)\\s+\\S+\\s+(\\S+).*");
    private static final Pattern TAG = Pattern.compile("\\s*NEB:\\s+(EFIRST|ELAST|LCLIMB)\\s+(\\S+)\\s*");

    private boolean reachedAccuracy;
    private double first = Double.NaN;
    private double last = Double.NaN;
    private String climbs = "";
    private double projection = Double.NaN;
    private double along = Double.NaN;

    void take(String line) {
        if (line.contains("NEB:")) {
            neb(line);
        } else if (line.contains("reached required accuracy")) {
            reachedAccuracy = true;
        } else if (line.contains("energy  without")) {
            Lines.whole(END, line).ifPresent(_ -> end());
        }
    }

    private void neb(String line) {
        Lines.whole(PROJECTION, line).ifPresent(found -> projection = Numbers.of(found.group(1)));
        Lines.whole(TAG, line).ifPresent(found -> tag(found.group(1), found.group(2)));
    }

    private void tag(String name, String value) {
        switch (name) {
            case "EFIRST" -> first = Numbers.of(value);
            case "ELAST" -> last = Numbers.of(value);
            default -> climbs = value;
        }
    }

    private void end() {
        along = projection;
        projection = Double.NaN;
    }

    /// The true force along the path in the last whole step, if VTST printed it.
    OptionalDouble along() {
        return Double.isFinite(along) ? OptionalDouble.of(along) : OptionalDouble.empty();
    }

    boolean hasReachedAccuracy() {
        return reachedAccuracy;
    }

    /// The tags as VASP understood them, for those that the INCAR does not tell.
    NebIncar tags() {
        return new NebIncar(given(first), given(last), climbs);
    }

    /// VTST prints 0 for an energy that was not given.
    private static OptionalDouble given(double energy) {
        return Double.isFinite(energy) && energy != 0 ? OptionalDouble.of(energy) : OptionalDouble.empty();
    }
}
