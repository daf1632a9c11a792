package cairn.neb;

import java.util.Objects;

/// How a band is searched; fmax in eV/Angstrom.
public record NebSettings(
        int interiorImages,
        double fmax,
        Springs springs,
        Start start,
        Climbing climbing,
        Optimizer optimizer,
        int maxIterations) {
    public NebSettings {
        if (interiorImages < 1 || !(fmax > 0) || maxIterations < 1) {
            throw new IllegalArgumentException("a band needs images, and positive fmax and iterations");
        }
        Objects.requireNonNull(springs);
        Objects.requireNonNull(start);
        Objects.requireNonNull(climbing);
        Objects.requireNonNull(optimizer);
    }

    /// With springs all alike.
    public NebSettings(
            int interiorImages,
            double fmax,
            double springConstant,
            Start start,
            Climbing climbing,
            Optimizer optimizer,
            int maxIterations) {
        this(interiorImages, fmax, new Springs.Uniform(springConstant), start, climbing, optimizer, maxIterations);
    }

    /// Where the images stand before the first force call.
    public enum Start {
        /// On the straight line between the endpoints, minimum image.
        LINEAR,
        /// Image dependent pair potential: Smidstrup et al., J. Chem. Phys. 140, 214106 (2014).
        IDPP,
        /// Grown from both ends on that potential, image after image, then relaxed on it as a whole; for paths whose
        /// straight line leads through atoms: Schmerwitz et al., J. Chem. Theory Comput. 20, 155 (2024).
        SEQUENTIAL_IDPP,
        /// The shortest path in a metric of scaled distances: Zhu et al., J. Chem. Phys. 150, 164103 (2019).
        GEODESIC
    }

    /// When the highest image starts to climb: Henkelman, Uberuaga, Jonsson, J. Chem. Phys. 113, 9901 (2000).
    public enum Climbing {
        NEVER,
        FROM_START,
        /// Once the band is settled enough that the highest image is the right one.
        WHEN_SETTLED
    }

    public enum Optimizer {
        /// Adaptive ODE solver ODE12r: Makri, Ortner, Kermode, J. Chem. Phys. 150, 094109 (2019).
        ODE,
        /// Bitzek et al., Phys. Rev. Lett. 97, 170201 (2006).
        FIRE,
        /// Limited-memory BFGS with a largest step; ODE goes on from its best band once it makes no progress.
        LBFGS
    }
}
