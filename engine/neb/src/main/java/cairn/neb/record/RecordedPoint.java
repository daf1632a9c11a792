package cairn.neb.record;

/// One image of a recorded band: the reaction coordinate (Angstrom; and as a fraction of the whole), the energy (eV),
/// the one extrapolated to no smearing, the slope along the path, the largest per-atom force across the path and as a
/// whole (eV/Angstrom), the step to the next image (Angstrom; 0 for the last) and the kink, the angle by which the
/// path turns here (degrees; 0 at both ends).
public record RecordedPoint(
        Place place,
        Reading energy,
        Reading sigmaZero,
        Slope slope,
        Reading fmaxAcross,
        Reading fmaxWhole,
        double stepToNext,
        Reading kink) {
    /// Which image, and where on the path.
    public record Place(int image, double coordinate, double fraction) {}
}
