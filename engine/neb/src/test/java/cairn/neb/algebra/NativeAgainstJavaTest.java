package cairn.neb.algebra;

import static cairn.neb.algebra.Samples.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same numbers from OpenBLAS and from plain Java, relative to the greatest. The sizes lie on both sides of that
/// where OpenBLAS gets copies.
class NativeAgainstJavaTest {
    /// Ten times better than what the page promises of them (1e-10), on matrices of condition 1e4.
    private static final double AGREEMENT = 1e-11;

    private final Algebra java = Algebra.java();
    private Algebra other = Algebra.java();

    @BeforeEach
    void openBlas() {
        assumeTrue(Algebra.openBlas().isPresent(), "OpenBLAS is not here: not compared");
        other = Algebra.openBlas().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 30, 100, 158, 160, 300})
    void products(int size) {
        var samples = new Samples(size);
        Matrix a = samples.matrix(size, size + 1);
        Matrix b = samples.matrix(size + 2, size + 1).transposed();
        Matrix c = samples.matrix(size, size + 2);
        double[] x = samples.vector(size + 1);

        assertThat(error(other.gemm(2, a, b, -1, c), java.gemm(2, a, b, -1, c))).isLessThan(AGREEMENT);
        assertThat(error(other.product(a, x), java.product(a, x))).isLessThan(AGREEMENT);
        Matrix square = samples.symmetric(size);
        assertThat(error(other.syrk(2, a, -1, square), java.syrk(2, a, -1, square)))
                .isLessThan(AGREEMENT);
    }

    /// More rows than go into one brief call.
    @ParameterizedTest
    @ValueSource(ints = {1100, 2300})
    void large_matrices_times_vectors(int size) {
        var samples = new Samples(size);
        Matrix a = samples.matrix(size, size - 10);
        double[] along = samples.vector(size - 10);
        double[] across = samples.vector(size);

        assertThat(error(other.gemv(2, a, along, -1, across), java.gemv(2, a, along, -1, across)))
                .isLessThan(AGREEMENT);
        assertThat(error(
                        other.gemv(2, a.transposed(), across, -1, along),
                        java.gemv(2, a.transposed(), across, -1, along)))
                .isLessThan(AGREEMENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 30, 100, 158, 160, 300, 700})
    void factors_and_solutions(int size) {
        var samples = new Samples(size);
        Matrix any = samples.matrix(size, size);
        Matrix a = java.syrk(1, any, 1, Matrix.identity(size));
        Matrix b = samples.matrix(size, 5);
        double[] one = samples.vector(size);
        var expected = (Cholesky) java.cholesky(a);
        var actual = (Cholesky) other.cholesky(a);

        assertThat(error(actual.lower(), expected.lower())).isLessThan(AGREEMENT);
        assertThat(error(actual.solve(b), expected.solve(b))).isLessThan(AGREEMENT);
        assertThat(error(actual.solve(one), expected.solve(one))).isLessThan(AGREEMENT);
        assertThat(actual.logDeterminant())
                .isCloseTo(expected.logDeterminant(), within(AGREEMENT * (1 + Math.abs(expected.logDeterminant()))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 30, 100, 300})
    void eigenvalues(int size) {
        Matrix a = new Samples(size).symmetric(size);

        assertThat(error(other.eigensystem(a).values(), java.eigensystem(a).values()))
                .isLessThan(AGREEMENT);
    }
}
