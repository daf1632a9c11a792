package cairn.codes.task;

import cairn.structure.Structure;
import java.util.List;
import java.util.Objects;

/// What a code is to do by itself.
public sealed interface Task {
    /// Where it begins: for a band, its first image.
    Structure structure();

    /// Energy, forces and stress of a structure as it is.
    record Energy(Structure structure) implements Task {
        public Energy {
            Objects.requireNonNull(structure);
        }
    }

    /// Relax a structure until the largest force on an atom is below fmax; where the cell is free, also until the
    /// largest component of the stress is below stressMax.
    record Relax(Structure structure, CellMotion cell, double fmax, double stressMax, int maxSteps) implements Task {
        public Relax {
            Objects.requireNonNull(structure);
            Objects.requireNonNull(cell);
            require(fmax > 0 && stressMax > 0 && maxSteps > 0, "limits of a relaxation must be positive");
        }

        public boolean isCellFree() {
            return cell == CellMotion.FREE;
        }
    }

    /// Molecular dynamics for so many steps. Velocities are drawn at the temperature of the ensemble, from the seed.
    record Dynamics(Structure structure, Ensemble ensemble, double timestepFs, int steps, int seed) implements Task {
        public Dynamics {
            Objects.requireNonNull(structure);
            Objects.requireNonNull(ensemble);
            require(timestepFs > 0 && steps > 0 && seed > 0, "timestep, steps and seed must be positive");
        }
    }

    /// The minimum energy path along these images, both endpoints included and held, until the largest force on an
    /// atom across the path is below fmax. Springs are in eV/Angstrom^2.
    record Band(List<Structure> images, Climbing climbing, double spring, double fmax, int maxIterations)
            implements Task {
        public Band {
            images = List.copyOf(images);
            Objects.requireNonNull(climbing);
            require(images.size() >= 3, "a band has two endpoints and at least one image between them");
            require(spring > 0 && fmax > 0 && maxIterations > 0, "spring, fmax and iterations must be positive");
        }

        @Override
        public Structure structure() {
            return images.getFirst();
        }
    }

    /// Whether the cell moves with the atoms.
    enum CellMotion {
        FIXED,
        FREE
    }

    /// Whether the highest image of a band climbs to the saddle point.
    enum Climbing {
        NEVER,
        HIGHEST
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
