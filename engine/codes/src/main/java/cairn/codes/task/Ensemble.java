package cairn.codes.task;

/// What is held while atoms move in time. Velocities begin at the temperature (K).
public sealed interface Ensemble {
    double temperatureK();

    /// Number of atoms, volume and energy: NVE.
    record Isolated(double temperatureK) implements Ensemble {
        public Isolated {
            require(temperatureK);
        }
    }

    /// Number of atoms, volume and temperature: NVT.
    record AtTemperature(double temperatureK) implements Ensemble {
        public AtTemperature {
            require(temperatureK);
        }
    }

    /// Number of atoms, pressure (eV/Angstrom^3, positive where the cell is pressed together) and temperature: NPT.
    record AtPressure(double temperatureK, double pressure) implements Ensemble {
        public AtPressure {
            require(temperatureK);
        }
    }

    private static void require(double temperatureK) {
        if (!(temperatureK > 0)) {
            throw new IllegalArgumentException("a temperature must be positive, got " + temperatureK);
        }
    }
}
