package cairn.neb.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every operation of every implementation.
class AlgebraPromisesTest {
    @ParameterizedTest
    @MethodSource("cairn.neb.algebra.AlgebraTest#algebras")
    void arguments_stay_as_they_are(Algebra algebra) {
        Matrix a = new Samples(1).positiveDefinite(80);
        double[] before = a.entries().clone();
        double[] b = new Samples(2).vector(80);
        double[] bBefore = b.clone();

        Samples.factor(algebra, a).solve(b);
        algebra.eigensystem(a);
        algebra.syrk(1, a, 1, a);
        algebra.gemm(1, a, a, 3, a);
        algebra.gemv(1, a, b, 3, b);

        assertThat(a.entries()).isEqualTo(before);
        assertThat(b).isEqualTo(bBefore);
    }

    /// Arrays begin at any multiple of eight bytes, which some kernels of BLAS are not indifferent to.
    @ParameterizedTest
    @MethodSource("cairn.neb.algebra.AlgebraTest#algebras")
    void the_same_arguments_give_the_same_bits_wherever_they_lie_and_whoever_asks(Algebra algebra) {
        for (int size : new int[] {7, 37, 163}) {
            Matrix a = new Samples(size).positiveDefinite(size);
            double[] x = new Samples(size).vector(size);
            double[] expected = everythingOf(algebra, a, x);

            List<double[]> others = IntStream.range(0, 40)
                    .parallel()
                    .mapToObj(n -> {
                        double[][] lying = {new double[n % 9], a.entries().clone(), new double[n % 5], x.clone()};
                        return everythingOf(algebra, Matrix.square(size, lying[1]), lying[3]);
                    })
                    .toList();

            assertThat(others).allSatisfy(other -> assertThat(other).isEqualTo(expected));
        }
    }

    private static double[] everythingOf(Algebra algebra, Matrix a, double[] x) {
        Cholesky factor = Samples.factor(algebra, a);
        return Stream.of(
                        algebra.product(a, x),
                        algebra.product(a.transposed(), x),
                        algebra.product(a, a).entries(),
                        algebra.syrk(1, a, 0, a).entries(),
                        factor.solve(x),
                        factor.solve(a).entries(),
                        algebra.eigensystem(a).values(),
                        algebra.eigensystem(a).vectors().entries())
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("cairn.neb.algebra.AlgebraTest#algebras")
    void what_does_not_fit_together_is_refused(Algebra algebra) {
        Matrix wide = Matrix.zero(2, 3);

        assertThatThrownBy(() -> algebra.product(wide, wide)).hasMessageContaining("is 3, but");
        assertThatThrownBy(() -> algebra.product(wide, new double[2])).hasMessageContaining("is 3, but");
        assertThatThrownBy(() -> algebra.cholesky(wide)).hasMessageContaining("not square");
        assertThatThrownBy(() -> algebra.eigensystem(wide)).hasMessageContaining("not square");
        Cholesky factor = Samples.factor(algebra, Matrix.identity(2));
        assertThatThrownBy(() -> factor.solve(new double[3])).hasMessageContaining("is 2, but");
    }

    @ParameterizedTest
    @MethodSource("cairn.neb.algebra.AlgebraTest#algebras")
    void matrices_may_be_empty(Algebra algebra) {
        Matrix empty = Matrix.zero(0, 0);

        assertThat(Samples.factor(algebra, empty).logDeterminant()).isZero();
        assertThat(algebra.eigensystem(empty).order()).isZero();
        assertThat(algebra.product(Matrix.zero(2, 0), Matrix.zero(0, 1)).entries())
                .containsExactly(0, 0);
    }
}
