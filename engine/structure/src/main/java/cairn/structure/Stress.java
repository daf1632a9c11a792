package cairn.structure;

/// The stress on a cell, or the fact that a code gave none.
public sealed interface Stress {
    /// The Cauchy stress in eV/Angstrom^3, (1/V) dE/d(strain): positive where the cell wants to shrink.
    record Tensor(double xx, double yy, double zz, double yz, double xz, double xy) implements Stress {}

    /// The calculation gave no stress.
    record NotGiven() implements Stress {}
}
