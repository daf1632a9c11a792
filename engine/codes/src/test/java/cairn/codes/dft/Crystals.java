package cairn.codes.dft;

import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.Collections;
import java.util.List;

/// Small structures that a DFT code computes in seconds.
public final class Crystals {
    private Crystals() {}

    /// Two atoms of silicon in the primitive cell of a cubic edge, one of them moved along x (Angstrom).
    public static Structure silicon(double edge, double moved) {
        double half = edge / 2;
        double quarter = edge / 4;
        return Structure.free(
                Cell.of(0, half, half, half, 0, half, half, half, 0),
                Collections.nCopies(2, element("Si")),
                Positions.of(0, 0, 0, quarter + moved, quarter, quarter));
    }

    /// Eight atoms of silicon in the cubic cell, one of them moved along x.
    public static Structure cubicSilicon(double edge, double moved) {
        double[][] sites = {
            {0, 0, 0}, {0, .5, .5}, {.5, 0, .5}, {.5, .5, 0},
            {.25, .25, .25}, {.25, .75, .75}, {.75, .25, .75}, {.75, .75, .25}
        };
        double[] positions = new double[24];
        for (int atom = 0; atom < 8; atom++) {
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * atom + axis] = edge * sites[atom][axis];
            }
        }
        positions[0] += moved;
        return Structure.free(
                Cell.orthorhombic(edge, edge, edge), Collections.nCopies(8, element("Si")), Positions.of(positions));
    }

    /// Titanium carbide in the primitive cell of rock salt.
    public static Structure titaniumCarbide(double edge) {
        double half = edge / 2;
        return Structure.free(
                Cell.of(0, half, half, half, 0, half, half, half, 0),
                List.of(element("Ti"), element("C")),
                Positions.of(0, 0, 0, half, 0, 0));
    }

    public static Structure of(String... symbols) {
        double[] positions = new double[3 * symbols.length];
        for (int atom = 0; atom < symbols.length; atom++) {
            positions[3 * atom] = 3.0 * atom;
        }
        return Structure.free(
                Cell.orthorhombic(3.0 * symbols.length, 5, 5),
                List.of(symbols).stream().map(Crystals::element).toList(),
                Positions.of(positions));
    }

    private static Element element(String symbol) {
        return Element.ofSymbol(symbol).orElseThrow();
    }
}
