package cairn.codes.bands.vasp;

import cairn.codes.bands.Lines;
import cairn.codes.bands.Numbers;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.band.Provenance;
import cairn.structure.band.RecordedEnergy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// The last whole ionic step of an OUTCAR:
///
///     version    := " vasp." word
///     forces     := " POSITION" ... "TOTAL-FORCE (eV/Angst)", rule, (x y z fx fy fz)+, rule
///     projection := "NEB: projections on to tangent (spring, REAL)" spring real       VTST only; after the forces
///     energy     := "free  energy   TOTEN  =" number "eV"                              with two blanks: after the SCF
///     extrapolated := "energy  without entropy=" number "energy(sigma->0) =" number     ends the step
///     converged  := "reached required accuracy - stopping structural energy minimisation"
///     tag        := "NEB:" name value                                                   VTST only
///
/// The OUTCARs of 5.3.5 were read for this, and for the lines of VTST its source `neb.F` of release 6.4. VTST leaves
/// open
/// whether the table of forces holds the true forces or those of the band; across the path these are the same, and
/// along
/// it the projection called REAL is the true one.
final class Outcar {
    private static final Pattern VERSION = Pattern.compile("\\s*vasp\\.(\\S+).*");
    private static final Pattern ENERGY = Pattern.compile("\\s*free  energy\\s+TOTEN\\s+=\\s*(\\S+) eV.*");
    private static final Pattern SIGMA_ZERO =
            Pattern.compile("\\s*energy  without entropy=.*energy\\(sigma->0\\) =\\s*(\\S+).*");
    private static final Pattern PROJECTION =
            Pattern.compile("\\s*NEB: projections on to tangent \\(spring, REAL\\)\\s+\\S+\\s+(\\S+).*");
    private static final Pattern TAG = Pattern.compile("\\s*NEB:\\s+(EFIRST|ELAST|LCLIMB)\\s+(\\S+)\\s*");

    private String version = Provenance.UNKNOWN_VERSION;
    private boolean reachedAccuracy;
    private double first = Double.NaN;
    private double last = Double.NaN;
    private String climbs = "";

    private int rules = 2;
    private final List<double[]> rows = new ArrayList<>();
    private double total = Double.NaN;
    private double projection = Double.NaN;
    private Optional<Step> step = Optional.empty();

    /// What one ionic step says; `along` is NaN unless VTST printed it.
    record Step(RecordedEnergy energy, Positions positions, Forces forces, double along) {
        OptionalDouble projection() {
            return Double.isFinite(along) ? OptionalDouble.of(along) : OptionalDouble.empty();
        }
    }

    void take(String line) {
        if (rules < 2) {
            table(line);
        } else if (line.contains("TOTAL-FORCE (eV/Angst)")) {
            rules = 0;
            rows.clear();
        } else if (line.contains("reached required accuracy")) {
            reachedAccuracy = true;
        } else if (line.contains("NEB:")) {
            neb(line);
        } else if (line.contains("energy  ")) {
            energies(line);
        } else if (version.equals(Provenance.UNKNOWN_VERSION)) {
            Lines.whole(VERSION, line).ifPresent(found -> version = found.group(1));
        }
    }

    private void table(String line) {
        if (line.strip().startsWith("---")) {
            rules++;
            return;
        }
        double[] row = Numbers.in(line);
        if (row.length == 6) {
            rows.add(row);
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

    private void energies(String line) {
        Lines.whole(ENERGY, line).ifPresent(found -> total = Numbers.of(found.group(1)));
        if (Double.isFinite(total) && !rows.isEmpty()) {
            Lines.whole(SIGMA_ZERO, line).ifPresent(found -> end(Numbers.of(found.group(1))));
        }
    }

    private void end(double sigmaZero) {
        RecordedEnergy energy = Double.isFinite(sigmaZero)
                ? new RecordedEnergy.FreeAndSigmaZero(total, sigmaZero)
                : new RecordedEnergy.Free(total);
        step = Optional.of(new Step(energy, Positions.of(columns(0)), Forces.of(columns(3)), projection));
        rows.clear();
        total = Double.NaN;
        projection = Double.NaN;
    }

    private double[] columns(int from) {
        return rows.stream()
                .flatMapToDouble(row -> java.util.Arrays.stream(row, from, from + 3))
                .toArray();
    }

    Optional<Step> step() {
        return step;
    }

    String version() {
        return version;
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
