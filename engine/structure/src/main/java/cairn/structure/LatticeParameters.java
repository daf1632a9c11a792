package cairn.structure;

/// The lengths (Angstrom) and angles (degrees) of a cell, as a crystallographer states them: alpha is
/// between b and c, beta between a and c, gamma between a and b.
public record LatticeParameters(
        double aAng, double bAng, double cAng, double alphaDegrees, double betaDegrees, double gammaDegrees) {
    public LatticeParameters {
        if (!(aAng > 0) || !(bAng > 0) || !(cAng > 0)) {
            throw new IllegalArgumentException(
                    "cell lengths must be positive, got " + aAng + ", " + bAng + ", " + cAng);
        }
        if (!isAngle(alphaDegrees) || !isAngle(betaDegrees) || !isAngle(gammaDegrees)) {
            throw new IllegalArgumentException("cell angles must lie between 0 and 180 degrees, got " + alphaDegrees
                    + ", " + betaDegrees + ", " + gammaDegrees);
        }
    }

    /// The cell with a along x, b in the xy plane, and c above it: right-handed.
    public Cell toCell() {
        double sinGamma = Math.sin(Math.toRadians(gammaDegrees));
        double cx = cosine(betaDegrees);
        double cy = (cosine(alphaDegrees) - cx * cosine(gammaDegrees)) / sinGamma;
        double czSquared = 1 - cx * cx - cy * cy;
        if (!(czSquared > 0)) {
            throw new IllegalArgumentException(
                    "no cell has the angles " + alphaDegrees + ", " + betaDegrees + ", " + gammaDegrees + " degrees");
        }
        return Cell.of(
                aAng,
                0,
                0,
                bAng * cosine(gammaDegrees),
                bAng * sinGamma,
                0,
                cAng * cx,
                cAng * cy,
                cAng * Math.sqrt(czSquared));
    }

    private static boolean isAngle(double degrees) {
        return degrees > 0 && degrees < 180;
    }

    /// Exact where crystallography is exact: cos(90) in floating point is 6e-17, which would tilt a cube.
    private static double cosine(double degrees) {
        if (degrees == 90) {
            return 0;
        }
        if (degrees == 60) {
            return 0.5;
        }
        return degrees == 120 ? -0.5 : Math.cos(Math.toRadians(degrees));
    }
}
