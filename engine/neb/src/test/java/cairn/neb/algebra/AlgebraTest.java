package cairn.neb.algebra;

import static cairn.neb.algebra.Samples.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cairn.neb.algebra.Factorization.NotPositiveDefinite;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every implementation against the definitions. The sizes lie around those at which the kernels change their course.
class AlgebraTest {
    /// Sums of 300 products of numbers of order one lose three digits of sixteen at most.
    private static final double ROUNDING = 1e-13;

    private static final List<Integer> SIZES = List.of(1, 2, 3, 4, 5, 31, 64, 65, 127, 130, 300);

    static Stream<Algebra> algebras() {
        return Stream.concat(Stream.of(Algebra.java()), Algebra.openBlas().stream());
    }

    static Stream<Arguments> algebrasAndSizes() {
        return algebras().flatMap(algebra -> SIZES.stream().map(size -> Arguments.of(algebra, size)));
    }

    @Test
    void openblas_is_there_where_it_is_bundled_for() {
        assumeTrue(Platform.current().isPresent(), "OpenBLAS is not bundled for this platform");

        assertThat(Algebra.openBlas()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("algebrasAndSizes")
    void a_product_sums_rows_times_columns(Algebra algebra, int size) {
        var samples = new Samples(size);
        Matrix a = samples.matrix(size, size + 3);
        Matrix b = samples.matrix(size + 3, 2 * size);

        assertThat(error(algebra.product(a, b), Samples.product(a, b))).isLessThan(ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("algebrasAndSizes")
    void gemm_scales_both_terms_and_takes_transposes(Algebra algebra, int size) {
        var samples = new Samples(size);
        Matrix a = samples.matrix(size + 1, size).transposed();
        Matrix b = samples.matrix(size + 2, size + 1).transposed();
        Matrix c = samples.matrix(size + 2, size).transposed();

        Matrix sum = algebra.gemm(-0.5, a, b, 2, c);

        Matrix product = Samples.product(a, b);
        Matrix expected = Samples.generated(size, size + 2, (i, j) -> -0.5 * product.at(i, j) + 2 * c.at(i, j));
        assertThat(error(sum, expected)).isLessThan(ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("algebrasAndSizes")
    void gemv_scales_both_terms(Algebra algebra, int size) {
        var samples = new Samples(size);
        Matrix a = samples.matrix(size + 1, size);
        double[] x = samples.vector(size);
        double[] y = samples.vector(size + 1);

        double[] sum = algebra.gemv(-0.5, a, x, 2, y);

        double[] product = Samples.product(a, x);
        Matrix expected = Samples.generated(size + 1, 1, (i, _) -> -0.5 * product[i] + 2 * y[i]);
        assertThat(error(Samples.column(sum), expected)).isLessThan(ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("algebrasAndSizes")
    void a_transpose_times_a_vector_sums_its_columns(Algebra algebra, int size) {
        var samples = new Samples(size);
        Matrix a = samples.matrix(size, size + 1).transposed();
        double[] x = samples.vector(size);

        assertThat(error(algebra.product(a, x), Samples.product(a, x))).isLessThan(ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("algebras")
    void what_is_multiplied_by_zero_is_not_read(Algebra algebra) {
        Matrix one = Matrix.identity(2);
        double[] nothing = {Double.NaN, Double.NaN};

        assertThat(algebra.gemv(1, one, new double[] {3, 4}, 0, nothing)).containsExactly(3, 4);
        assertThat(algebra.gemm(1, one, one, 0, Matrix.square(2, Double.NaN, 0, 0, 0))
                        .entries())
                .containsExactly(1, 0, 0, 1);
    }

    @ParameterizedTest
    @MethodSource("algebrasAndSizes")
    void syrk_fills_both_triangles_and_reads_the_lower_one(Algebra algebra, int size) {
        var samples = new Samples(size);
        Matrix a = samples.matrix(size, size + 5);
        Matrix c = samples.symmetric(size);

        Matrix sum = algebra.syrk(-0.5, a, 2, withoutUpperTriangle(c));

        Matrix product = Samples.product(a, a.transposed());
        Matrix expected = Samples.generated(size, size, (i, j) -> -0.5 * product.at(i, j) + 2 * c.at(i, j));
        assertThat(error(sum, expected)).isLessThan(ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("algebrasAndSizes")
    void the_factor_is_lower_triangular_and_its_square_the_matrix(Algebra algebra, int size) {
        Matrix a = new Samples(size).positiveDefinite(size);

        Matrix lower = Samples.factor(algebra, withoutUpperTriangle(a)).lower();

        assertThat(error(Samples.product(lower, lower.transposed()), a)).isLessThan(ROUNDING);
        for (int i = 0; i < size; i++) {
            assertThat(lower.at(i, i)).isPositive();
            for (int j = i + 1; j < size; j++) {
                assertThat(lower.at(i, j)).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("algebrasAndSizes")
    void solutions_give_the_right_hand_side_again(Algebra algebra, int size) {
        var samples = new Samples(size);
        Matrix a = samples.positiveDefinite(size);
        Matrix b = samples.matrix(7, size).transposed();
        double[] one = samples.vector(size);
        Cholesky factor = Samples.factor(algebra, a);

        assertThat(error(Samples.product(a, factor.solve(b)), b)).isLessThan(ROUNDING);
        assertThat(error(Samples.product(a, factor.solve(one)), one)).isLessThan(ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("algebrasAndSizes")
    void triangular_solutions_give_the_right_hand_side_again(Algebra algebra, int size) {
        var samples = new Samples(size);
        Matrix b = samples.matrix(size, 9);
        double[] one = samples.vector(size);
        Cholesky factor = Samples.factor(algebra, samples.positiveDefinite(size));
        Matrix lower = factor.lower();
        Matrix upper = lower.transposed();

        assertThat(error(Samples.product(lower, factor.solveLower(b)), b)).isLessThan(ROUNDING);
        assertThat(error(Samples.product(upper, factor.solveUpper(b)), b)).isLessThan(ROUNDING);
        assertThat(error(Samples.product(lower, factor.solveLower(one)), one)).isLessThan(ROUNDING);
        assertThat(error(Samples.product(upper, factor.solveUpper(one)), one)).isLessThan(ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("algebras")
    void the_logarithm_of_a_determinant_that_overflows_is_right(Algebra algebra) {
        Matrix lower = Samples.generated(200, 200, (i, j) -> i == j ? 1000 + i : i > j ? 1.0 / (1 + i + j) : 0);

        double logDeterminant = Samples.factor(algebra, Samples.product(lower, lower.transposed()))
                .logDeterminant();

        double expected = 2 * Samples.sum(200, i -> Math.log(1000 + i));
        assertThat(logDeterminant).isCloseTo(expected, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("algebras")
    void the_first_minor_that_is_not_positive_is_named(Algebra algebra) {
        Matrix a = Samples.generated(150, 150, (i, j) -> i == j ? (i == 99 ? -1 : 2) : 0);

        assertThat(algebra.cholesky(a)).isEqualTo(new NotPositiveDefinite(100));
        assertThat(algebra.cholesky(Matrix.square(1, Double.NaN))).isEqualTo(new NotPositiveDefinite(1));
    }

    @ParameterizedTest
    @MethodSource("algebrasAndSizes")
    void eigenvectors_are_orthonormal_and_rebuild_the_matrix(Algebra algebra, int size) {
        Matrix a = new Samples(size).symmetric(size);

        Eigensystem system = algebra.eigensystem(withoutUpperTriangle(a));

        Matrix v = system.vectors();
        Matrix rebuilt = Samples.product(Samples.product(v, Samples.diagonal(system.values())), v.transposed());
        assertThat(error(rebuilt, a)).isLessThan(ROUNDING * 10);
        assertThat(error(Samples.product(v.transposed(), v), Matrix.identity(size)))
                .isLessThan(ROUNDING);
        assertThat(system.values()).isSorted();
    }

    /// Its eigenvalues are 2 - 2 cos(k pi / (n + 1)) (Golub and Van Loan, 4th ed., section 4.8.6).
    @ParameterizedTest
    @MethodSource("algebras")
    void a_chain_of_springs_has_its_known_frequencies(Algebra algebra) {
        int n = 50;
        Matrix chain = Samples.generated(n, n, (i, j) -> i == j ? 2 : Math.abs(i - j) == 1 ? -1 : 0);

        double[] values = algebra.eigensystem(chain).values();

        Matrix expected = Samples.generated(n, 1, (k, _) -> 2 - 2 * Math.cos((k + 1) * Math.PI / (n + 1)));
        assertThat(error(Samples.column(values), expected)).isLessThan(ROUNDING);
    }

    @ParameterizedTest
    @MethodSource("algebras")
    void a_matrix_with_an_entry_that_is_no_number_has_no_eigenvalues(Algebra algebra) {
        Matrix a = Samples.generated(40, 40, (i, j) -> i == 20 && j == 10 ? Double.NaN : 1.0 / (1 + i + j));

        assertThatThrownBy(() -> algebra.eigensystem(a)).isInstanceOf(ArithmeticException.class);
    }

    private static Matrix withoutUpperTriangle(Matrix a) {
        return Samples.generated(a.rows(), a.columns(), (i, j) -> j > i ? 1e300 : a.at(i, j));
    }
}
