package cairn.neb.dynamics;

/// What a run of molecular dynamics holds.
public sealed interface Ensemble {
    /// The temperature of the velocities at the start, K.
    double temperature();

    /// NVE: the energy, from velocities drawn at a temperature.
    record ConstantEnergy(double temperature) implements Ensemble {
        public ConstantEnergy {
            requirePositive(temperature);
        }
    }

    /// NVT: the temperature, to which the kinetic energy comes back within the time (fs).
    record ConstantTemperature(double temperature, double time) implements Ensemble {
        public ConstantTemperature {
            requirePositive(temperature);
            requirePositive(time);
        }
    }

    /// NPT: temperature and pressure (eV/Angstrom^3), by a volume that changes as a whole; the shape of the cell stays.
    record ConstantPressure(ConstantTemperature bath, double pressure, double time) implements Ensemble {
        public ConstantPressure {
            requirePositive(time);
        }

        @Override
        public double temperature() {
            return bath.temperature();
        }
    }

    private static void requirePositive(double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException("temperatures and times are positive, got " + value);
        }
    }
}
