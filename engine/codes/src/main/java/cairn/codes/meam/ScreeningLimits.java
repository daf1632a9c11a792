package cairn.codes.meam;

/// Between which ellipses a third atom screens a pair (LB): fully below Cmin, not above Cmax.
record ScreeningLimits(double cmin, double cmax) {
    ScreeningLimits {
        if (!(cmin >= 0 && cmin < cmax && cmax > 1)) {
            throw new IllegalArgumentException("screening limits must obey 0 <= Cmin < Cmax > 1");
        }
    }

    /// The factor by which an atom on the ellipse C weakens the pair.
    double screening(double ellipse) {
        return SmoothStep.value((ellipse - cmin) / (cmax - cmin));
    }

    /// An atom farther from either atom of a pair than this many squared pair distances lies outside Cmax.
    double reachSquared() {
        return cmax * cmax / (4 * (cmax - 1));
    }
}
