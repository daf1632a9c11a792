package cairn.neb;

import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.List;

/// The surface of Muller and Brown, Theor. Chim. Acta 53, 75 (1979), in hundredths of an eV, under one atom in x and y.
///
/// Its minima A (-0.558, 1.442) and B (0.623, 0.028) at -146.700 and -108.167 are joined by a path whose highest
/// saddle point, (-0.822, 0.624), lies at -40.665, with a minimum at -80.768 and a second saddle at -72.249 after it.
record MullerBrown() implements Potential {
    static final double A = -1.46699517;
    static final double B = -1.08166724;
    static final double INTERMEDIATE = -0.80767818;
    static final double SADDLE = -0.40664843;
    static final double SECOND_SADDLE = -0.72248940;
    private static final double[][] TERMS = {
        {-200, -1, 0, -10, 1, 0},
        {-100, -1, 0, -10, 0, 0.5},
        {-170, -6.5, 11, -6.5, -0.5, 1.5},
        {15, 0.7, 0.6, 0.7, -1, 1}
    };

    static Structure at(double x, double y) {
        return Structure.free(
                Cell.orthorhombic(100, 100, 100), List.of(Element.ofSymbol("H").orElseThrow()), Positions.of(x, y, 0));
    }

    static Structure a() {
        return at(-0.55822363, 1.44172584);
    }

    static Structure b() {
        return at(0.62349940, 0.02803776);
    }

    @Override
    public Evaluation at(Structure structure) {
        double energy = 0;
        double forceX = 0;
        double forceY = 0;
        for (double[] t : TERMS) {
            double x = structure.positions().x(0) - t[4];
            double y = structure.positions().y(0) - t[5];
            double term = 0.01 * t[0] * Math.exp(t[1] * x * x + t[2] * x * y + t[3] * y * y);
            energy += term;
            forceX -= term * (2 * t[1] * x + t[2] * y);
            forceY -= term * (t[2] * x + 2 * t[3] * y);
        }
        return new Evaluation(energy, Forces.of(forceX, forceY, 0), new Stress.NotGiven());
    }
}
