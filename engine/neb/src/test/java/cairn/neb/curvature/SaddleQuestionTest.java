package cairn.neb.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.neb.Observation;
import cairn.neb.Potential;
import cairn.neb.curvature.SaddleQuestion.Answer;
import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Three free atoms on springs, each coordinate one of its own, in truth and in a model; a fourth is held fixed.
class SaddleQuestionTest {
    private static final double[] SADDLE = {-1, 2, 3, 4, 5, 6, 7, 8, 9};

    private static Potential springs(double... constants) {
        return structure -> {
            double[] x = structure.positions().toArray();
            double[] forces = new double[x.length];
            double energy = 0;
            for (int i = 0; i < constants.length; i++) {
                forces[i] = -constants[i] * x[i];
                energy += constants[i] * x[i] * x[i] / 2;
            }
            return new Evaluation(energy, Forces.of(forces), new Stress.NotGiven());
        };
    }

    /// Curvatures that are believed, and their standard deviations.
    private static Model model(double[] constants, double... deviations) {
        return new Model() {
            @Override
            public Evaluation evaluate(Structure structure) {
                return springs(constants).at(structure);
            }

            @Override
            public double uncertainty(Structure structure) {
                double[] x = structure.positions().toArray();
                double variance = 0;
                for (int i = 0; i < deviations.length; i++) {
                    double part = deviations[i] * x[i] * x[i] / 2;
                    variance += part * part;
                }
                return Math.sqrt(variance);
            }
        };
    }

    private static double[] saddle(int coordinate, double curvature) {
        double[] constants = SADDLE.clone();
        constants[coordinate] = curvature;
        return constants;
    }

    private static Structure atoms() {
        BitSet fixed = new BitSet();
        fixed.set(3);
        return new Structure(
                Cell.orthorhombic(50, 50, 50),
                Collections.nCopies(4, Element.ofSymbol("H").orElseThrow()),
                Positions.of(new double[12]),
                Constraints.of(fixed));
    }

    private static SaddleQuestion question(Potential truth, int sideBySide, Model model) {
        Observation summit = new Observation(atoms(), truth.at(atoms()));
        return SaddleQuestion.of(new SaddleQuestion.Path(summit, List.of(), sideBySide), model);
    }

    /// The coordinate along which a structure was moved.
    private static int moved(Structure structure) {
        double[] x = structure.positions().toArray();
        int most = 0;
        for (int i = 0; i < x.length; i++) {
            most = Math.abs(x[i]) > Math.abs(x[most]) ? i : most;
        }
        return most;
    }

    @Test
    void a_model_that_is_certain_of_a_saddle_point_asks_nothing() {
        SaddleQuestion question = question(springs(SADDLE), 1, model(SADDLE, 0.1, 0.1, 0.1));
        assertThat(question.answer()).isEqualTo(new Answer.FirstOrder());
        assertThat(question.wanted()).isEmpty();
    }

    @Test
    void truth_is_asked_along_the_one_mode_in_doubt_and_one_evaluation_refutes_it() {
        Potential truth = springs(SADDLE);
        SaddleQuestion question = question(truth, 1, model(saddle(4, 0.1), 0, 0, 0, 0, 0.2));
        assertThat(question.answer()).isEqualTo(new Answer.Open());
        assertThat(question.wanted()).hasSize(1);
        assertThat(moved(question.wanted().getFirst())).isEqualTo(4);
        SaddleQuestion next = question.advance(truth.all(question.wanted()), model(SADDLE));
        assertThat(next.answer()).isEqualTo(new Answer.FirstOrder());
    }

    @Test
    void a_mode_that_falls_in_truth_makes_it_of_higher_order() {
        Potential truth = springs(saddle(4, -0.5));
        SaddleQuestion question = question(truth, 1, model(saddle(4, 0.1), 0, 0, 0, 0, 0.2));
        SaddleQuestion next = question.advance(truth.all(question.wanted()), model(saddle(4, -0.5)));
        assertThat(next.answer()).isInstanceOf(Answer.HigherOrder.class);
        Answer.HigherOrder answer = (Answer.HigherOrder) next.answer();
        assertThat(answer.negativeModes()).isEqualTo(2);
        assertThat(Math.abs(answer.downhill().get(4))).isGreaterThan(0.99);
    }

    @Test
    void a_model_that_is_certain_of_two_falling_modes_still_asks_truth() {
        Potential truth = springs(SADDLE);
        SaddleQuestion question = question(truth, 1, model(saddle(4, -0.5)));
        assertThat(question.answer()).isEqualTo(new Answer.Open());
        SaddleQuestion next = question.advance(truth.all(question.wanted()), model(SADDLE));
        assertThat(next.answer()).isEqualTo(new Answer.FirstOrder());
    }

    @Test
    void several_modes_are_asked_in_one_round_where_images_may_be() {
        double[] doubtful = saddle(4, 0.1);
        doubtful[6] = 0.15;
        SaddleQuestion question = question(springs(SADDLE), 3, model(doubtful, 0, 0, 0, 0, 0.2, 0, 0.2));
        assertThat(question.wanted()).extracting(SaddleQuestionTest::moved).containsExactly(4, 6);
    }

    @Test
    void from_an_endpoint_that_falls_too_no_path_leads_over_a_saddle_point() {
        Potential truth = springs(saddle(4, -0.5));
        Observation summit = new Observation(atoms(), truth.at(atoms()));
        double[] aside = new double[12];
        aside[1] = 0.7;
        Structure end = atoms().withPositions(Positions.of(aside));
        SaddleQuestion question = SaddleQuestion.of(
                new SaddleQuestion.Path(summit, List.of(new Observation(end, truth.at(end))), 1),
                model(saddle(4, -0.1)));
        question = question.advance(truth.all(question.wanted()), model(saddle(4, -0.5)));
        assertThat(question.answer()).isEqualTo(new Answer.Open());
        assertThat(question.wanted().getFirst().positions().y(0)).isCloseTo(0.7, within(1e-9));
        question = question.advance(truth.all(question.wanted()), model(saddle(4, -0.5)));
        assertThat(question.answer()).isEqualTo(new Answer.LooseEnds(2));
    }

    @Test
    void what_rises_in_all_directions_is_a_minimum() {
        Potential truth = springs(saddle(0, 1));
        SaddleQuestion question = question(truth, 1, model(saddle(0, 0.5)));
        assertThat(moved(question.wanted().getFirst())).isZero();
        SaddleQuestion next = question.advance(truth.all(question.wanted()), model(saddle(0, 1)));
        assertThat(next.answer()).isEqualTo(new Answer.Minimum());
    }

    @Test
    void a_model_that_learns_nothing_is_given_up_after_six_evaluations() {
        double[] doubt = new double[9];
        Arrays.fill(doubt, 10);
        Potential truth = springs(SADDLE);
        SaddleQuestion question = question(truth, 1, model(SADDLE, doubt));
        int evaluations = 0;
        while (question.answer() instanceof Answer.Open) {
            evaluations += question.wanted().size();
            question = question.advance(truth.all(question.wanted()), model(SADDLE, doubt));
        }
        assertThat(question.answer()).isEqualTo(new Answer.Undecided());
        assertThat(evaluations).isEqualTo(6);
    }
}
