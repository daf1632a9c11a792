package cairn.neb.surrogate.basis;

/// How much a neighbour counts in the densities around an atom: functions of the distance that decay at different
/// rates, level off inside the contact distance, and vanish smoothly at [PairSplines#LAST].
final class RadialChannels {
    /// Twice the logarithmic slopes at the contact distance, in contact distances. Steep ones extrapolate badly.
    private static final int[] RATES = {3, 6, 10};
    /// The channel whose square root is the band energy of the second-moment approximation.
    static final int HOPPING = 1;

    static final int COUNT = RATES.length;

    /// Of the pair looked at last: values, and slopes per Angstrom.
    final double[] value = new double[COUNT];

    final double[] slope = new double[COUNT];
    /// exp(2 b (u - 1)).
    private final double[] growth = new double[COUNT];

    static double decay(int channel) {
        return RATES[channel] / 2.0;
    }

    /// g(u) = 2 / (1 + exp(2 b (u - 1))) (1 - (u / last)^2)^2, whose logarithmic slope at u = 1 is -b but for the cut.
    void at(double distance, double contact) {
        double u = distance / contact;
        double inside = 1 - (u / PairSplines.LAST) * (u / PairSplines.LAST);
        double cut = inside * inside;
        double cutSlope = -4 * inside * u / (PairSplines.LAST * PairSplines.LAST);
        setGrowth(Math.exp(u - 1));
        for (int channel = 0; channel < COUNT; channel++) {
            double level = 2 / (1 + growth[channel]);
            double levelSlope = -growth[channel] * RATES[channel] / (1 + growth[channel]);
            value[channel] = level * cut;
            slope[channel] = level * (cutSlope + levelSlope * cut) / contact;
        }
    }

    /// Powers of one exponential function, which costs more than all the rest.
    private void setGrowth(double once) {
        growth[0] = once * once * once;
        growth[1] = growth[0] * growth[0];
        growth[2] = growth[1] * growth[0] * once;
    }
}
