package cairn.structure;

import java.util.BitSet;

/// Which atoms are held fixed.
public final class Constraints {
    private final BitSet fixed;

    private Constraints(BitSet fixed) {
        this.fixed = (BitSet) fixed.clone();
    }

    public static Constraints of(BitSet fixed) {
        return new Constraints(fixed);
    }

    /// Every atom is free to move.
    public static Constraints none() {
        return new Constraints(new BitSet());
    }

    public boolean isFixed(int atom) {
        return fixed.get(atom);
    }

    public int fixedCount() {
        return fixed.cardinality();
    }

    /// The highest index of a fixed atom; -1 if all are free.
    int highestFixed() {
        return fixed.length() - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Constraints that && fixed.equals(that.fixed);
    }

    @Override
    public int hashCode() {
        return fixed.hashCode();
    }

    @Override
    public String toString() {
        return "Constraints" + fixed;
    }
}
