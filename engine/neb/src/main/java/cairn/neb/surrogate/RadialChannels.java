package cairn.neb.surrogate;

/// How much a neighbour counts in the densities around an atom: functions of the distance that decay at different
/// rates, level off inside the contact distance, and vanish smoothly at [PairSplines#LAST].
final class RadialChannels {
    /// Logarithmic slopes at the contact distance, in contact distances. Steep ones extrapolate badly.
    private static final double[] DECAYS = {1.5, 3, 5};
    /// The channel whose square root is the band energy of the second-moment approximation.
    static final int HOPPING = 1;

    static final int COUNT = DECAYS.length;

    /// Of the pair looked at last: values, and slopes per Angstrom.
    final double[] value = new double[COUNT];

    final double[] slope = new double[COUNT];

    static double decay(int channel) {
        return DECAYS[channel];
    }

    /// g(u) = 2 / (1 + exp(2 b (u - 1))) (1 - (u / last)^2)^2, whose logarithmic slope at u = 1 is -b but for the cut.
    void at(double distance, double contact) {
        double u = distance / contact;
        double inside = 1 - (u / PairSplines.LAST) * (u / PairSplines.LAST);
        double cut = inside * inside;
        double cutSlope = -4 * inside * u / (PairSplines.LAST * PairSplines.LAST);
        for (int channel = 0; channel < COUNT; channel++) {
            double rate = 2 * DECAYS[channel];
            double growth = Math.exp(rate * (u - 1));
            double level = 2 / (1 + growth);
            value[channel] = level * cut;
            slope[channel] = level * (cutSlope - growth * rate / (1 + growth) * cut) / contact;
        }
    }
}
