package cairn.neb.record;

import static cairn.neb.record.Bands.along;
import static cairn.neb.record.Bands.at;
import static cairn.neb.record.Bands.force;
import static cairn.neb.record.Bands.image;
import static cairn.neb.record.Bands.record;
import static cairn.neb.record.Bands.slope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.neb.record.Convergence.Answer;
import cairn.structure.Forces;
import cairn.structure.band.BandRecord;
import cairn.structure.band.CodeSays;
import cairn.structure.band.CodeSays.Barrier;
import cairn.structure.band.CodeSays.Climbing;
import cairn.structure.band.CodeSays.Verdict;
import cairn.structure.band.RecordedEnergy;
import cairn.structure.band.RecordedForces;
import cairn.structure.band.RecordedImage;
import cairn.structure.band.RecordedPlace;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RecordedPathTest {
    private static final Offset<Double> ROUNDING = within(1e-9);

    @Test
    void the_curve_through_a_cubic_is_that_cubic() {
        DoubleUnaryOperator cubic = x -> 0.3 * x * x * x - 0.4 * x * x + 0.1 * x;

        RecordedPath path = path(along(cubic, -0.5, 0.1, 0.6, 1.2));

        path.profile()
                .sample(40)
                .forEach(point ->
                        assertThat(point.energy()).isCloseTo(cubic.applyAsDouble(point.coordinate() - 0.5), ROUNDING));
        assertThat(path.isForceConsistent()).isTrue();
    }

    @Test
    void the_barrier_is_that_of_the_highest_image_and_the_curve_above_it_is_its_error() {
        RecordedPath path = path(along(RecordedPathTest::hill, -1, -0.5, 0.1, 0.6, 1));

        assertThat(path.highestImage()).isEqualTo(2);
        assertThat(number(path.barrierForward())).isCloseTo(hill(0.1), ROUNDING);
        assertThat(number(path.barrierReverse())).isCloseTo(hill(0.1), ROUNDING);
        assertThat(hill(0.1) + path.barrierError()).isCloseTo(0.25, within(2e-3));
    }

    @Test
    void a_path_walked_the_other_way_swaps_its_barriers() {
        DoubleUnaryOperator tilted = x -> hill(x) + 0.02 * x;
        BandRecord record = along(tilted, -1, -0.5, 0.1, 0.6, 1);

        RecordedPath there = path(record);
        RecordedPath back = path(record(record.images().reversed()));

        assertThat(number(back.barrierForward())).isCloseTo(number(there.barrierReverse()), ROUNDING);
        assertThat(back.summit().energy()).isCloseTo(there.summit().energy(), ROUNDING);
        assertThat(number(back.energyDifference())).isCloseTo(-0.04, ROUNDING);
    }

    @Test
    void an_atom_that_leaves_through_one_face_of_the_cell_goes_on() {
        RecordedPath plain = path(along(RecordedPathTest::hill, -1, -0.5, 0.1, 0.6, 1));

        RecordedPath wrapped = path(record(along(RecordedPathTest::hill, -1, -0.5, 0.1, 0.6, 1).images().stream()
                .map(image ->
                        new RecordedImage(at((x(image) + Bands.CELL) % Bands.CELL, 0), image.energy(), image.forces()))
                .toList()));

        assertThat(wrapped.points().getLast().place().coordinate()).isCloseTo(2, ROUNDING);
        assertThat(wrapped.summit().energy()).isCloseTo(plain.summit().energy(), ROUNDING);
    }

    @Test
    void the_saddle_is_converged_by_the_whole_force_and_the_path_by_the_force_across() {
        RecordedPath path = path(record(List.of(
                image(-1, free(0), force(RecordedPathTest::hill, -1, 0)),
                image(-0.5, free(hill(-0.5)), force(RecordedPathTest::hill, -0.5, 0.06)),
                image(0, free(0.25), force(RecordedPathTest::hill, 0, 0.04)),
                image(1, free(0), force(RecordedPathTest::hill, 1, 0)))));

        assertThat(path.convergence()).isEqualTo(new Convergence(0.05, Answer.YES, Answer.NO));
        assertThat(number(path.points().get(1).fmaxAcross())).isCloseTo(0.06, ROUNDING);
        assertThat(number(path.points().get(1).fmaxWhole()))
                .isCloseTo(Math.hypot(0.06, slope(RecordedPathTest::hill, -0.5)), ROUNDING);
    }

    @Test
    void an_image_that_is_not_at_rest_is_no_saddle_however_high_it_is() {
        RecordedPath path = path(along(RecordedPathTest::hill, -1, -0.2, 0.5, 1));

        assertThat(path.convergence()).isEqualTo(new Convergence(0.05, Answer.NO, Answer.YES));
    }

    @Test
    void nudged_forces_tell_what_is_across_the_path_and_on_the_climbing_image_everything() {
        RecordedPath path = path(record(
                List.of(
                        image(-1, free(0), nudged(0, 0)),
                        image(-0.5, free(hill(-0.5)), nudged(0.7, 0.02)),
                        image(0.1, free(hill(0.1)), nudged(slope(RecordedPathTest::hill, 0.1), 0.03)),
                        image(1, free(0), nudged(0, 0))),
                new CodeSays(new Climbing.Image(2), new Barrier.Unsaid(), new Verdict.Unsaid())));

        assertThat(path.points().get(1).fmaxWhole()).isEqualTo(new Reading.Missing());
        assertThat(number(path.points().get(1).fmaxAcross())).isCloseTo(0.02, ROUNDING);
        assertThat(path.points().get(1).slope()).isInstanceOf(Slope.FromEnergies.class);
        assertThat(path.points().get(2).slope())
                .isInstanceOfSatisfying(
                        Slope.FromForces.class,
                        slope -> assertThat(slope.slope()).isCloseTo(slope(RecordedPathTest::hill, 0.1), ROUNDING));
        assertThat(number(path.points().get(2).fmaxWhole()))
                .isCloseTo(Math.hypot(0.03, slope(RecordedPathTest::hill, 0.1)), ROUNDING);
        assertThat(path.remarks()).anyMatch(remark -> remark.contains("not force-consistent"));
    }

    @Test
    void without_forces_the_curve_is_the_cubic_spline_with_level_ends() {
        // A cubic with level ends is its own spline.
        DoubleUnaryOperator step = x -> x * x * (3 - 2 * x);

        RecordedPath path = path(record(List.of(0.0, 0.3, 0.7, 1.0).stream()
                .map(x -> image(x, free(step.applyAsDouble(x)), new RecordedForces.Unknown()))
                .toList()));

        path.profile()
                .sample(30)
                .forEach(point ->
                        assertThat(point.energy()).isCloseTo(step.applyAsDouble(point.coordinate()), ROUNDING));
        assertThat(path.convergence()).isEqualTo(new Convergence(0.05, Answer.NO, Answer.UNKNOWN));
    }

    @Test
    void an_endpoint_without_energy_leaves_its_barrier_unknown_and_no_other() {
        BandRecord whole = along(RecordedPathTest::hill, -1, -0.5, 0, 0.6, 1);

        RecordedPath path =
                path(Bands.with(whole, 0, image(-1, new RecordedEnergy.Unknown(), new RecordedForces.Unknown())));

        assertThat(path.barrierForward()).isEqualTo(new Reading.Missing());
        assertThat(number(path.barrierReverse())).isCloseTo(0.25, ROUNDING);
        assertThat(path.profile().sample(2).getFirst().coordinate()).isCloseTo(0.5, ROUNDING);
    }

    @Test
    void a_right_angle_is_a_kink_of_90_degrees_and_is_warned_of() {
        RecordedPath path = path(record(List.of(
                new RecordedImage(at(0, 0), free(0), new RecordedForces.Unknown()),
                new RecordedImage(at(1, 0), free(0.3), new RecordedForces.Unknown()),
                new RecordedImage(at(1, 1), free(0), new RecordedForces.Unknown()))));

        assertThat(number(path.points().get(1).kink())).isCloseTo(90, ROUNDING);
        assertThat(path.remarks()).anyMatch(remark -> remark.startsWith("the path turns sharply at image 1 (90"));
    }

    @Test
    void a_deep_minimum_on_the_way_is_warned_of() {
        DoubleUnaryOperator twoHills = x -> 0.1 * (1 - Math.cos(2 * Math.PI * x));

        assertThat(path(along(twoHills, 0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2))
                        .remarks())
                .anyMatch(remark -> remark.startsWith("there is a minimum 0.200 eV deep at 1.000 Angstrom"));
        assertThat(path(along(twoHills, 0, 0.25, 0.5, 0.75, 1)).remarks()).isEmpty();
    }

    @Test
    void a_printed_barrier_that_differs_is_warned_of() {
        BandRecord band = along(RecordedPathTest::hill, -1, -0.5, 0, 0.5, 1);
        CodeSays says =
                new CodeSays(new Climbing.Unsaid(), new Barrier.Printed(0.25, 0.2502, "x.out"), new Verdict.Unsaid());

        assertThat(path(record(band.images(), says)).remarks())
                .singleElement()
                .asString()
                .startsWith("the reverse barrier printed in x.out is 0.2502 eV, but the images give 0.2500 eV");
    }

    @Test
    void a_band_of_which_only_the_distances_are_known_has_a_curve_and_no_kinks() {
        DoubleUnaryOperator step = x -> x * x * (3 - 2 * x);

        RecordedPath path = path(record(List.of(0.0, 0.3, 0.7, 1.0).stream()
                .map(x -> new RecordedImage(
                        new RecordedPlace.Along(x), free(step.applyAsDouble(x)), new RecordedForces.Unknown()))
                .toList()));

        assertThat(path.band()).isEmpty();
        assertThat(path.points().get(1).kink()).isEqualTo(new Reading.Missing());
        assertThat(path.summit().energy()).isCloseTo(1, ROUNDING);
    }

    @Test
    void one_structure_repeated_is_no_band() {
        assertThatThrownBy(() -> path(along(RecordedPathTest::hill, 0, 0, 0, 0)))
                .hasMessageContaining("stand at the same place");
    }

    /// A barrier of 0.25 eV at x = 0 between minima at -1 and 1.
    private static double hill(double x) {
        return 0.25 * (1 - x * x) * (1 - x * x);
    }

    private static double x(RecordedImage image) {
        return image.place() instanceof RecordedPlace.Atoms(var structure)
                ? structure.positions().x(0)
                : Double.NaN;
    }

    private static RecordedPath path(BandRecord record) {
        return RecordedPath.of(record, 0.05);
    }

    private static RecordedEnergy free(double ev) {
        return new RecordedEnergy.Free(ev);
    }

    private static RecordedForces nudged(double along, double across) {
        return new RecordedForces.Nudged(Forces.of(along, across, 0));
    }

    private static double number(Reading reading) {
        return reading.number().orElseThrow();
    }
}
