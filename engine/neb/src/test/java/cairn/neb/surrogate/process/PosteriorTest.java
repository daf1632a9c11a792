package cairn.neb.surrogate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cairn.neb.algebra.Algebra;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosteriorTest {
    private static final int FUNCTIONS = 7;

    @ParameterizedTest
    @CsvSource({"2, 12", "4, 12", "5, 21", "6, 30", "5, 3"})
    void splitting_by_the_span_changes_nothing(int count, int dimension) {
        Random random = new Random(count);
        assertExact(examples(count, k -> gaussian(random, dimension, 0.4), random), random, 1e-9);
    }

    @Test
    void nor_with_places_on_one_line() {
        Random random = new Random(11);
        double[] start = gaussian(random, 15, 1);
        double[] direction = gaussian(random, 15, 0.2);
        assertExact(examples(5, k -> along(start, k, direction), random), random, 1e-9);
    }

    @Test
    void nor_with_places_that_are_nearly_the_same() {
        Random random = new Random(12);
        double[] start = gaussian(random, 12, 1);
        double[] direction = gaussian(random, 12, 0.3);
        double[] scarcely = gaussian(random, 12, 1e-6);
        IntFunction<double[]> place = k -> along(along(start, k / 2, direction), k % 2, scarcely);
        assertExact(examples(6, place, random), random, 1e-8);
    }

    @Test
    void nor_with_one_place_seen_twice() {
        Random random = new Random(13);
        double[] start = gaussian(random, 12, 1);
        double[] direction = gaussian(random, 12, 0.3);
        assertExact(examples(4, k -> along(start, k / 2, direction), random), random, 1e-8);
    }

    @Test
    void nor_with_functions_of_which_nothing_is_told() {
        Random random = new Random(16);
        List<Example> examples = examples(5, k -> gaussian(random, 12, 0.4), random);
        for (Example example : examples) {
            example.functions()[2] = 3;
            Arrays.fill(example.slopes()[2], 0);
        }
        assertExact(examples, random, 1e-9);
    }

    @Test
    void native_and_java_algebra_say_the_same() {
        assumeTrue(Algebra.openBlas().isPresent(), "no OpenBLAS here");
        Random random = new Random(14);
        List<Example> examples = examples(6, k -> gaussian(random, 30, 0.4), random);
        Posterior java = posterior(examples, Algebra.java());
        Posterior c = posterior(examples, Algebra.openBlas().orElseThrow());
        Example at = examples(1, k -> gaussian(random, 30, 0.4), random).getFirst();
        assertThat(c.weights()).containsExactly(java.weights(), within(1e-8));
        assertThat(energy(c, at, examples)).isCloseTo(energy(java, at, examples), within(1e-8));
        assertThat(deviation(c, at, examples)).isCloseTo(deviation(java, at, examples), within(1e-8));
    }

    @Test
    void far_from_all_that_is_known_everything_is_uncertain_and_at_known_places_hardly_anything() {
        Random random = new Random(15);
        List<Example> examples = examples(5, k -> gaussian(random, 12, 0.4), random);
        Posterior posterior = posterior(examples, Algebra.java());
        Example far = examples(1, k -> gaussian(random, 12, 20), random).getFirst();
        double known = examples.stream()
                .mapToDouble(example -> deviation(posterior, example, examples))
                .max()
                .orElseThrow();
        assertThat(known).isLessThan(0.05 * deviation(posterior, far, examples));
    }

    private static Posterior posterior(List<Example> examples, Algebra algebra) {
        return Posterior.withNoise(Told.by(examples, algebra), 1, algebra);
    }

    private static void assertExact(List<Example> examples, Random random, double tolerance) {
        DenseProcess dense = new DenseProcess(examples);
        Posterior posterior = posterior(examples, Algebra.java());
        double[] middle = examples.getFirst().place();
        List<Example> places = new ArrayList<>(examples);
        places.addAll(examples(3, k -> along(middle, 1, gaussian(random, middle.length, 0.3)), random));
        for (Example at : places) {
            assertThat(energy(posterior, at, examples)).isCloseTo(dense.energy(at), within(tolerance));
            assertThat(gradient(posterior, at)).containsExactly(dense.gradient(at), within(tolerance));
            assertThat(deviation(posterior, at, examples))
                    .isCloseTo(dense.deviation(at), within(1e-6 * dense.deviation(at)));
        }
    }

    /// Of energies and slopes of the order of one, which nothing relates to one another.
    private static List<Example> examples(int count, IntFunction<double[]> places, Random random) {
        return IntStream.range(0, count)
                .mapToObj(k -> {
                    double[] place = places.apply(k);
                    double[][] slopes = new double[FUNCTIONS][];
                    Arrays.setAll(slopes, f -> gaussian(random, place.length, 0.2));
                    return new Example(
                            place,
                            -40 + 0.1 * random.nextGaussian(),
                            gaussian(random, place.length, 0.02),
                            gaussian(random, FUNCTIONS, 1),
                            slopes,
                            Value.zero(place.length));
                })
                .toList();
    }

    private static double[] gaussian(Random random, int size, double deviation) {
        return random.doubles(size, 0, 1)
                .map(x -> deviation * random.nextGaussian())
                .toArray();
    }

    private static double[] along(double[] start, int steps, double[] direction) {
        double[] place = start.clone();
        Rows.add(steps, direction, place);
        return place;
    }

    private static double energy(Posterior posterior, Example at, List<Example> examples) {
        return Rows.dot(posterior.weights(), differences(at, examples))
                + posterior.remainder(at.place(), new double[at.place().length]);
    }

    private static double[] gradient(Posterior posterior, Example at) {
        double[] gradient = new double[at.place().length];
        posterior.remainder(at.place(), gradient);
        for (int f = 0; f < FUNCTIONS; f++) {
            Rows.add(posterior.weights()[f], at.slopes()[f], gradient);
        }
        return gradient;
    }

    private static double deviation(Posterior posterior, Example at, List<Example> examples) {
        return posterior.deviation(at.place(), differences(at, examples));
    }

    private static double[] differences(Example at, List<Example> examples) {
        return Rows.difference(at.functions(), examples.getFirst().functions());
    }
}
