package cairn.neb.record;

import cairn.neb.Band;
import cairn.neb.optimize.Vector;
import java.util.List;
import java.util.Optional;

/// A band of which only the reaction coordinates are known.
record Lengths(List<Double> along) implements Geometry {
    Lengths {
        along = List.copyOf(along);
    }

    @Override
    public int size() {
        return along.size();
    }

    @Override
    public Optional<Band> band() {
        return Optional.empty();
    }

    @Override
    public double[] coordinates() {
        return along.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public Reading kink(int image) {
        return new Reading.Missing();
    }

    @Override
    public Vector tangent(int image, List<Reading> energies) {
        return Vector.zero(0);
    }

    @Override
    public Vector free(Vector vector) {
        return vector;
    }
}
