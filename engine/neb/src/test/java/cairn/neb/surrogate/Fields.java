package cairn.neb.surrogate;

import cairn.neb.Band;
import cairn.neb.NebSettings;
import cairn.neb.Potential;
import cairn.neb.Search;
import cairn.neb.curvature.SaddleCheck;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// One atom in a field of its place, in a box that is large against the way; and searches there.
final class Fields {
    static final double FMAX = 0.01;
    private static final double DIFFERENCE = 1e-5;

    private Fields() {}

    static Structure atom(double x, double y) {
        return Structure.free(
                Cell.orthorhombic(30, 30, 30), List.of(Element.ofSymbol("Ar").orElseThrow()), Positions.of(x, y, 0));
    }

    static Band line(double x, double otherX) {
        return Band.between(atom(x, 0), atom(otherX, 0), 5, NebSettings.Start.LINEAR);
    }

    static Evaluation value(double energy, double fx, double fy, double fz) {
        return new Evaluation(energy, Forces.of(fx, fy, fz), new Stress.NotGiven());
    }

    /// A profile along x, and springs across.
    static Potential valley(DoubleUnaryOperator profile) {
        return structure -> {
            double x = structure.positions().x(0);
            double y = structure.positions().y(0);
            double z = structure.positions().z(0);
            double slope =
                    (profile.applyAsDouble(x + DIFFERENCE) - profile.applyAsDouble(x - DIFFERENCE)) / (2 * DIFFERENCE);
            return value(profile.applyAsDouble(x) + y * y + z * z, -slope, -2 * y, -2 * z);
        };
    }

    static NebSettings settings() {
        return new NebSettings(
                5,
                FMAX,
                0.1,
                NebSettings.Start.LINEAR,
                NebSettings.Climbing.WHEN_SETTLED,
                NebSettings.Optimizer.ODE,
                500);
    }

    static Search searched(Potential potential, Band band) {
        return searched(potential, band, 1);
    }

    static Search searched(Potential potential, Band band, int imagesAtATime) {
        Search search = SurrogateSearch.start(
                band,
                potential.at(band.from()),
                potential.at(band.to()),
                settings(),
                new SurrogateSettings(imagesAtATime, 1000),
                List.of());
        while (!search.isFinished()) {
            search = search.advance(potential.all(search.wanted()));
        }
        return search;
    }

    static int negativeModes(Potential potential, Search search) {
        SaddleCheck check =
                SaddleCheck.complete(search.band().images().get(search.path().highestImage()));
        while (!check.isFinished()) {
            check = check.advance(potential.all(check.wanted()));
        }
        return check.negativeModes();
    }
}
