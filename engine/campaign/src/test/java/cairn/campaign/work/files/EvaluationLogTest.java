package cairn.campaign.work.files;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.work.Silicon;
import cairn.campaign.work.order.WorkOrder;
import cairn.neb.Observation;
import cairn.structure.Cell;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationLogTest {
    private static final Structure ONE = atomAt(1.0 / 3);
    private static final Structure OTHER = atomAt(Math.nextUp(1.0 / 3));
    private static final EvaluationLog.Answer OF_ONE = new EvaluationLog.Answer(
            new Evaluation(
                    -Math.PI,
                    Forces.of(1e-300, -0.0, Double.MIN_VALUE),
                    new Stress.Tensor(.1, .2, .3, 1e-17, -.5, 2.0 / 3)),
            "code 1");
    private static final EvaluationLog.Answer OF_OTHER =
            new EvaluationLog.Answer(new Evaluation(Math.E, Forces.of(1, 2, 3), new Stress.NotGiven()), "code 2");

    @TempDir
    private Path folder;

    @Test
    void an_evaluation_is_found_again_bit_by_bit_after_opening_anew() {
        writeBoth();
        try (EvaluationLog log = open("code")) {
            assertThat(log.find(ONE)).contains(OF_ONE);
            assertThat(log.find(OTHER)).contains(OF_OTHER);
        }
    }

    @Test
    void earlier_attempts_leave_observations_of_whoever_has_the_same_cell_atoms_and_code() {
        writeBoth();
        try (EvaluationLog log = open("code")) {
            log.append(atomAt(2), OF_ONE);
            assertThat(log.ofEarlierAttempts(atomAt(4)))
                    .containsExactly(
                            new Observation(ONE, OF_ONE.evaluation()), new Observation(OTHER, OF_OTHER.evaluation()));
            assertThat(log.ofEarlierAttempts(ONE.withCell(Cell.orthorhombic(5, 6, 8), ONE.positions())))
                    .isEmpty();
        }
        try (EvaluationLog log = open("another code")) {
            assertThat(log.ofEarlierAttempts(ONE)).isEmpty();
        }
    }

    @Test
    void the_slightest_difference_in_a_position_is_another_question() {
        try (EvaluationLog log = open("code")) {
            log.append(ONE, OF_ONE);
            assertThat(log.find(OTHER)).isEmpty();
        }
    }

    @Test
    void another_code_does_not_get_the_answers_of_this_one() {
        writeBoth();
        try (EvaluationLog log = open("another code")) {
            assertThat(log.find(ONE)).isEmpty();
        }
    }

    @Test
    void a_torn_tail_is_dropped_wherever_it_was_torn_and_written_again() throws IOException {
        writeBoth();
        byte[] whole = Files.readAllBytes(file());
        int first = indexOfNewline(whole) + 1;
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            try (EvaluationLog log = open("code")) {
                assertThat(log.find(ONE).isPresent()).as("cut at %d", length).isEqualTo(length >= first);
                assertThat(log.find(OTHER)).isEmpty();
                if (log.find(ONE).isEmpty()) {
                    log.append(ONE, OF_ONE);
                }
                log.append(OTHER, OF_OTHER);
            }
            assertThat(Files.readAllBytes(file())).isEqualTo(whole);
        }
    }

    @Test
    void a_record_with_a_flipped_bit_is_not_believed() throws IOException {
        writeBoth();
        byte[] bytes = Files.readAllBytes(file());
        bytes[30] ^= 1;
        Files.write(file(), bytes, StandardOpenOption.TRUNCATE_EXISTING);
        try (EvaluationLog log = open("code")) {
            assertThat(log.find(ONE)).isEmpty();
            assertThat(log.find(OTHER)).isEmpty();
        }
    }

    private void writeBoth() {
        try (EvaluationLog log = open("code")) {
            log.append(ONE, OF_ONE);
            log.append(OTHER, OF_OTHER);
            log.force();
        }
    }

    private static int indexOfNewline(byte[] bytes) {
        int index = 0;
        while (bytes[index] != '\n') {
            index++;
        }
        return index;
    }

    private EvaluationLog open(String fingerprint) {
        return EvaluationLog.open(file(), fingerprint);
    }

    private Path file() {
        return folder.resolve(WorkOrder.EVALUATIONS);
    }

    private static Structure atomAt(double x) {
        return Structure.free(
                Cell.orthorhombic(5, 6, 7), java.util.List.of(Silicon.element("Li")), Positions.of(x, 0, -0.0));
    }
}
