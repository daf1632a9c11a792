package cairn.codes.meam;

/// Finds the bonds: the pairs within the cutoff that other atoms do not screen (package equations 1 and 2).
final class ScreeningKernel {
    /// An atom that leaves less than s(1e-12) = 2e-23 of a pair screens it fully: ln S would overflow.
    private static final double NOTHING = 1e-12;

    private final MeamPotential potential;

    ScreeningKernel(MeamPotential potential) {
        this.potential = potential;
    }

    void find(Surroundings around, Bonds bonds) {
        bonds.count = 0;
        double cutoffSquared = potential.cutoff * potential.cutoff;
        for (int i = 0; i + 1 < around.start.length; i++) {
            int end = around.start[i + 1];
            for (int entry = around.start[i]; entry < end && around.squared[entry] < cutoffSquared; entry++) {
                if (around.forward[entry]) {
                    addUnlessScreened(i, entry, around, bonds);
                }
            }
        }
    }

    /// Multiplies the screening of a pair over the atoms inside its ellipse Cmax, nearest to i first, and gives
    /// up at the first one inside Cmin.
    private void addUnlessScreened(int i, int entry, Surroundings around, Bonds bonds) {
        double[] x = around.x;
        double[] y = around.y;
        double[] z = around.z;
        double[] squared = around.squared;
        int end = around.start[i + 1];
        double pair = squared[entry];
        int pairKind = potential.kinds * around.ownKind[i] + around.kind[entry];
        double farthest = pair * potential.screeningReachSquared[pairKind];
        bonds.ensureRoom(end - around.start[i]);
        int screens = bonds.firstScreen[bonds.count];
        double screening = 1;
        double perPair = 0;
        for (int k = around.start[i]; k < end && squared[k] <= farthest; k++) {
            // (1) C = (a q - p^2) / (p (q - p)), with q = r_ij^2, a = r_ik^2, p = r_ij . r_ik. An atom beside the
            // pair (p < 0 or p > q) or of the pair (p = q) fails the first test too, as Cmax > 1.
            double first = squared[k];
            double projection = x[k] * x[entry] + y[k] * y[entry] + z[k] * z[entry];
            double numerator = first * pair - projection * projection;
            double denominator = projection * (pair - projection);
            int triplet = potential.kinds * pairKind + around.kind[k];
            if (numerator >= potential.cmax[triplet] * denominator) {
                continue;
            }
            if (numerator <= potential.cmin[triplet] * denominator) {
                return;
            }
            // (2) S = product of s((C - Cmin) / (Cmax - Cmin)), and the derivatives of ln S.
            double inverse = 1 / denominator;
            double ellipse = numerator * inverse;
            double step = (ellipse - potential.cmin[triplet]) * potential.inverseWidth[triplet];
            if (step < NOTHING) {
                return;
            }
            double perEllipse = 0.5 * SmoothStep.logarithmicSlope(step) * potential.inverseWidth[triplet] * inverse;
            double difference = 2 * projection - pair;
            screening *= SmoothStep.value(step);
            perPair += perEllipse * (2 * first - difference - pair * (1 + ellipse));
            bonds.screen[screens] = k;
            bonds.perFirst[screens] = perEllipse * (pair + (ellipse - 1) * difference);
            bonds.perSecond[screens] = perEllipse * (pair - (ellipse - 1) * difference);
            screens++;
        }
        add(i, entry, screening, perPair, Math.sqrt(pair), bonds);
        bonds.firstScreen[bonds.count] = screens;
    }

    /// (3) w = S fc, with fc = s((rc - r) / width).
    private void add(int i, int entry, double screening, double perPair, double r, Bonds bonds) {
        double step = (potential.cutoff - r) * potential.inverseCutoffWidth;
        int bond = bonds.count++;
        double weight = screening * SmoothStep.value(step);
        bonds.from[bond] = i;
        bonds.entry[bond] = entry;
        bonds.weight[bond] = weight;
        bonds.slope[bond] =
                weight * 2 * r * perPair - screening * SmoothStep.slope(step) * potential.inverseCutoffWidth;
    }
}
