package cairn.neb;

import cairn.neb.optimize.Vector;
import cairn.structure.Evaluation;
import java.util.List;
import java.util.stream.IntStream;

/// A band and what the calculations say of each of its images, endpoints included.
record EvaluatedBand(Band band, List<Evaluation> evaluations) {
    EvaluatedBand {
        evaluations = List.copyOf(evaluations);
        if (evaluations.size() != band.images().size()) {
            throw new IllegalArgumentException(evaluations.size() + " evaluations for a band of "
                    + band.images().size() + " images");
        }
        for (Evaluation evaluation : evaluations) {
            if (evaluation.forces().count() != band.from().count()) {
                throw new IllegalArgumentException(
                        "forces on " + evaluation.forces().count() + " atoms for images of "
                                + band.from().count());
            }
        }
    }

    int size() {
        return evaluations.size();
    }

    /// eV; with free cells, the enthalpy.
    double energy(int image) {
        return band.energy(image, evaluations.get(image));
    }

    double[] energies() {
        return IntStream.range(0, size()).mapToDouble(this::energy).toArray();
    }

    /// The true force on the free atoms of an image and, where it is free, on its cell.
    Vector force(int image) {
        return band.force(image, evaluations.get(image));
    }

    /// The improved tangent inside; at an endpoint, straight to its neighbour.
    Vector tangent(int image) {
        if (image == 0 || image == size() - 1) {
            Vector only = band.displacement(image == 0 ? 0 : image - 1);
            return only.norm() > 0 ? only.unit() : only;
        }
        return Tangent.improved(
                band.displacement(image - 1),
                band.displacement(image),
                energy(image - 1),
                energy(image),
                energy(image + 1));
    }

    /// The interior image of highest energy; of equals, the first.
    int highest() {
        int highest = 1;
        for (int image = 2; image < size() - 1; image++) {
            highest = energy(image) > energy(highest) ? image : highest;
        }
        return highest;
    }

    /// Whether an interior image lies above both endpoints, as a saddle point between them must.
    boolean hasSummit() {
        return energy(highest()) > Math.max(energy(0), energy(size() - 1));
    }
}
