package cairn.neb.start;

import cairn.neb.optimize.Lbfgs;
import cairn.neb.optimize.Vector;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;

/// The shortest band in a metric of scaled distances: Zhu, Thompson, Martinez, J. Chem. Phys. 150, 164103 (2019).
///
/// A pair of atoms at distance r counts as w(r) = exp(-a (r - re) / re) + b re / r (eq. 6), with re the sum of their
/// covalent radii: bonds weigh much, far atoms little, and a clash is far away from everything. We minimise the sum of
/// the squared lengths of all half segments, whose minimum is the geodesic with its images at equal distances.
public final class Geodesic {
    /// The decay a and the weight b of the paper, section II C.
    private static final double DECAY = 1.7;

    private static final double FAR = 0.01;
    /// Below this distance, Angstrom, w grows no more.
    private static final double CORE = 0.2;
    /// Where the band counts as shortest, per atom and Angstrom.
    private static final double FMAX = 1e-3;

    private static final int MAX_STEPS = 500;

    private final List<Structure> start;
    private final Pairs pairs;
    private final double[] contact;

    private Geodesic(List<Structure> start) {
        this.start = start;
        this.pairs = Pairs.of(start.getFirst());
        this.contact = new double[pairs.count()];
        List<Element> species = start.getFirst().species();
        for (int pair = 0; pair < contact.length; pair++) {
            contact[pair] = species.get(pairs.first(pair)).covalentRadiusAng()
                    + species.get(pairs.second(pair)).covalentRadiusAng();
        }
    }

    /// The band, endpoints included, moved to the geodesic near it.
    public static List<Structure> near(List<Structure> band) {
        return new Geodesic(band).shortest();
    }

    private List<Structure> shortest() {
        Lbfgs optimizer = Lbfgs.start(Vector.joined(interior().stream()
                .map(image -> Vector.of(image.positions().toArray()))
                .toList()));
        for (int step = 0; step < MAX_STEPS; step++) {
            Vector force = force(images(optimizer.position()));
            if (force.largestAtomNorm() < FMAX) {
                break;
            }
            optimizer = optimizer.advance(force);
        }
        return images(optimizer.position());
    }

    private List<Structure> interior() {
        return start.subList(1, start.size() - 1);
    }

    private List<Structure> images(Vector positions) {
        int size = 3 * start.getFirst().count();
        List<Structure> images = new ArrayList<>(start);
        for (int image = 1; image < start.size() - 1; image++) {
            Vector moved = positions.slice((image - 1) * size, image * size);
            images.set(image, start.get(image).withPositions(Positions.of(moved.toArray())));
        }
        return List.copyOf(images);
    }

    /// One point of the path, an image or the middle of a segment: w of each pair, and what its gradient needs.
    private final class Point {
        private final double[] vectors;
        private final double[] distances;
        private final double[] scaled;

        Point(Structure structure) {
            vectors = pairs.vectors(structure);
            distances = Pairs.lengths(vectors);
            scaled = new double[distances.length];
            for (int pair = 0; pair < scaled.length; pair++) {
                double r = Math.max(distances[pair], CORE) / contact[pair];
                scaled[pair] = Math.exp(-DECAY * (r - 1)) + FAR / r;
            }
        }
    }

    /// Minus the gradient of the sum of squares over all interior images; a middle moves half as far as an image.
    private Vector force(List<Structure> images) {
        List<Point> points = new ArrayList<>();
        for (int image = 0; image < images.size() - 1; image++) {
            points.add(new Point(images.get(image)));
            points.add(new Point(middle(images.get(image), images.get(image + 1))));
        }
        points.add(new Point(images.getLast()));
        List<Vector> pulls = new ArrayList<>();
        for (int p = 1; p < points.size() - 1; p++) {
            pulls.add(pull(points.get(p - 1), points.get(p), points.get(p + 1)));
        }
        List<Vector> forces = new ArrayList<>();
        for (int image = 1; image < images.size() - 1; image++) {
            Vector middles = pulls.get(2 * image - 2).plus(pulls.get(2 * image));
            forces.add(pulls.get(2 * image - 1).plus(0.5, middles));
        }
        return Vector.joined(forces);
    }

    private static Structure middle(Structure one, Structure other) {
        Vector a = Vector.of(one.positions().toArray());
        Vector b = Vector.of(other.positions().toArray());
        Vector cell =
                Vector.of(one.cell().toArray()).plus(Vector.of(other.cell().toArray()));
        return one.withCell(
                Cell.of(cell.times(0.5).toArray()),
                Positions.of(a.plus(b).times(0.5).toArray()));
    }

    /// -d/dx of |w - w_before|^2 + |w_after - w|^2, on free atoms.
    private Vector pull(Point before, Point here, Point after) {
        double[] pull = new double[3 * start.getFirst().count()];
        for (int pair = 0; pair < pairs.count(); pair++) {
            double r = here.distances[pair] / contact[pair];
            if (here.distances[pair] <= CORE) {
                continue;
            }
            double slope = (-DECAY * Math.exp(-DECAY * (r - 1)) - FAR / (r * r)) / contact[pair];
            double excess = 2 * here.scaled[pair] - before.scaled[pair] - after.scaled[pair];
            pairs.scatter(pair, -2 * excess * slope / here.distances[pair], here.vectors, pull);
        }
        for (int i = 0; i < pull.length; i++) {
            pull[i] = start.getFirst().constraints().isFixed(i / 3) ? 0 : pull[i];
        }
        return Vector.of(pull);
    }
}
