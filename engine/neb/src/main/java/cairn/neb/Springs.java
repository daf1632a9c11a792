package cairn.neb;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// The springs between the images of a band; constants in eV/Angstrom^2.
public sealed interface Springs {
    /// All alike: the images stand at equal distances.
    record Uniform(double constant) implements Springs {
        public Uniform {
            requirePositive(constant);
        }
    }

    /// Stiffer the higher they are, so that images gather where the barrier is: Asgeirsson et al., J. Chem. Theory
    /// Comput. 17, 4929 (2021), eqs. 8 and 9. The lower constant holds at and below the higher endpoint.
    record EnergyWeighted(double lower, double upper) implements Springs {
        /// The upper constant over the lower one that the paper uses.
        private static final double USUAL_RATIO = 10;

        public EnergyWeighted {
            requirePositive(lower);
            if (!(upper >= lower)) {
                throw new IllegalArgumentException("the upper spring constant is below the lower: " + upper);
            }
        }

        public static EnergyWeighted from(double lower) {
            return new EnergyWeighted(lower, USUAL_RATIO * lower);
        }

        private double constant(double energy, double reference, double highest) {
            if (energy <= reference) {
                return lower;
            }
            double alpha = (highest - energy) / (highest - reference);
            return (1 - alpha) * upper + alpha * lower;
        }
    }

    private static void requirePositive(double constant) {
        if (!(constant > 0)) {
            throw new IllegalArgumentException("a spring constant must be positive, got " + constant);
        }
    }

    /// The constant of each spring, the first between the first two images, for a band of these energies (eV).
    default List<Double> constants(double... energies) {
        int count = energies.length - 1;
        return switch (this) {
            case Uniform uniform -> Collections.nCopies(count, uniform.constant());
            case EnergyWeighted weighted -> {
                double reference = Math.max(energies[0], energies[count]);
                double highest = Arrays.stream(energies).max().orElseThrow();
                Double[] constants = new Double[count];
                for (int s = 0; s < count; s++) {
                    constants[s] = weighted.constant(Math.max(energies[s], energies[s + 1]), reference, highest);
                }
                yield List.of(constants);
            }
        };
    }
}
