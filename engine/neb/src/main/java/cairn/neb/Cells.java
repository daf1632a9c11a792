package cairn.neb;

/// What becomes of the cell along a band.
public sealed interface Cells {
    /// All images have the same cell.
    record Same() implements Cells {}

    /// Each image has a cell of its own, which moves with its atoms, under a pressure in eV/Angstrom^3.
    ///
    /// This is the solid-state band of Sheppard, Xiao, Chemelewski, Johnson, Henkelman, J. Chem. Phys. 136,
    /// 074103 (2012). Energies are enthalpies then. Images are turned so that none is rotated against the mean of
    /// the first and the last cell, so evaluate the endpoints as the band has them.
    record Free(double pressure) implements Cells {}
}
