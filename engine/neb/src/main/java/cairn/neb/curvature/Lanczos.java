package cairn.neb.curvature;

import cairn.neb.algebra.Algebra;
import cairn.neb.algebra.Eigensystem;
import cairn.neb.algebra.Matrix;
import cairn.neb.optimize.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The Lanczos iteration with full reorthogonalisation: Golub and Van Loan, Matrix Computations, 10.1.
///
/// `basis` holds the orthonormal vectors so far, the last of them not yet multiplied; `diagonal` and `beside` are the
/// tridiagonal matrix. An empty rest means that the space is used up and the eigenvalues are exact.
record Lanczos(List<Vector> basis, List<Double> diagonal, List<Double> beside) {
    /// A rest this much shorter than the product it is left from is rounding.
    private static final double USED_UP = 1e-7;

    Lanczos {
        basis = List.copyOf(basis);
        diagonal = List.copyOf(diagonal);
        beside = List.copyOf(beside);
    }

    /// An approximate eigenvalue, and how far from it the nearest true one can be.
    record Ritz(double value, double residual) {}

    static Lanczos start(Vector direction) {
        return new Lanczos(List.of(direction.unit()), List.of(), List.of());
    }

    Vector direction() {
        return basis.getLast();
    }

    boolean isUsedUp() {
        return basis.size() == diagonal.size();
    }

    int size() {
        return diagonal.size();
    }

    /// After the product of the matrix with [#direction()].
    Lanczos after(Vector product, int dimension) {
        double alpha = direction().dot(product);
        Vector rest = product;
        for (int again = 0; again < 2; again++) {
            for (Vector known : basis) {
                rest = rest.plus(-known.dot(rest), known);
            }
        }
        List<Double> alphas = with(diagonal, alpha);
        boolean usedUp = basis.size() >= dimension || rest.norm() <= USED_UP * Math.max(product.norm(), 1);
        return usedUp
                ? new Lanczos(basis, alphas, with(beside, 0.0))
                : new Lanczos(with(basis, rest.unit()), alphas, with(beside, rest.norm()));
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    /// Lowest first (theorem 10.1.2 has the residuals).
    List<Ritz> ritz() {
        Eigensystem pairs = eigenpairs();
        return IntStream.range(0, size())
                .mapToObj(k -> new Ritz(pairs.value(k), Math.abs(pairs.vectors().at(size() - 1, k)) * beside.getLast()))
                .toList();
    }

    /// The `count` lowest approximate eigenvalues with their vectors, lowest first.
    List<Mode> modes(int count) {
        Eigensystem pairs = eigenpairs();
        return IntStream.range(0, Math.min(count, size()))
                .mapToObj(k -> new Mode(pairs.value(k), combined(pairs.vectors(), k)))
                .toList();
    }

    private Vector combined(Matrix vectors, int column) {
        Vector sum = Vector.zero(direction().size());
        for (int row = 0; row < size(); row++) {
            sum = sum.plus(vectors.at(row, column), basis.get(row));
        }
        return sum;
    }

    private Eigensystem eigenpairs() {
        double[] matrix = new double[size() * size()];
        for (int i = 0; i < size(); i++) {
            matrix[i * size() + i] = diagonal.get(i);
            if (i + 1 < size()) {
                matrix[i * size() + i + 1] = beside.get(i);
                matrix[(i + 1) * size() + i] = beside.get(i);
            }
        }
        return Algebra.java().eigensystem(Matrix.square(size(), matrix));
    }
}
