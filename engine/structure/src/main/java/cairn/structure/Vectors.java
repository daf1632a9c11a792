package cairn.structure;

/// What [Positions] and [Forces] share: n vectors of three components, atom by atom.
final class Vectors {
    private Vectors() {}

    static double[] checked(double[] components, String what) {
        if (components.length % 3 != 0) {
            throw new IllegalArgumentException(what + " need three components an atom, got " + components.length);
        }
        for (double component : components) {
            if (!Double.isFinite(component)) {
                throw new IllegalArgumentException(what + " must be finite, got " + component);
            }
        }
        return components.clone();
    }
}
