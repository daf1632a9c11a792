package cairn.campaign.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cairn.campaign.step.Corrected;
import cairn.campaign.work.files.CorrectionLog;
import cairn.campaign.work.files.EvaluationLog;
import cairn.campaign.work.files.ResultFile;
import cairn.campaign.work.json.EvaluationJson;
import cairn.campaign.work.order.WorkOrder;
import cairn.campaign.work.order.WorkOrderJson;
import cairn.codes.Code;
import cairn.codes.CodeSpec;
import cairn.codes.catalogue.Codes;
import cairn.codes.correction.Handlers;
import cairn.codes.correction.Remedy;
import cairn.codes.task.Task;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// Two atoms of silicon with the real pw.x, which is allowed too few iterations.
@Tag("slow")
class CorrectedWorkTest {
    private static final String PSEUDOPOTENTIAL = "/usr/share/espresso/pseudo/Si.pbe-rrkj.UPF";
    private static final Structure SILICON = Structure.free(
            Cell.of(0, 2.7, 2.7, 2.7, 0, 2.7, 2.7, 2.7, 0),
            Collections.nCopies(2, Element.ofSymbol("Si").orElseThrow()),
            Positions.of(0, 0, 0, 1.4, 1.35, 1.35));

    @TempDir
    private Path folder;

    @BeforeEach
    void needs() {
        assumeTrue(Files.exists(Path.of("/usr/bin/pw.x")) && Files.exists(Path.of(PSEUDOPOTENTIAL)));
    }

    private static String code(int iterations) {
        return Codes.of("""
                {"use":"qe","functional":"PBE","cutoff_ev":200.0,"k_points":{"mesh":[1,1,1]},"smearing":"none",
                 "scf_convergence_ev":1e-8,"scf_iterations":%d,"pseudopotentials":{"Si":"%s"}}""".formatted(iterations, PSEUDOPOTENTIAL))
                .orElseThrow()
                .spec();
    }

    private ObjectNode run(Path directory, int iterations) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(
                directory.resolve(WorkOrder.FILE),
                WorkOrderJson.write(new WorkOrder.Energy(code(iterations), SILICON)));
        Work.run(directory, 1);
        return ResultFile.read(directory).orElseThrow();
    }

    @Test
    void a_job_mends_its_numerics_and_tells_it() throws IOException {
        ObjectNode undisturbed = run(folder.resolve("undisturbed"), 50);
        ObjectNode mended = run(folder.resolve("mended"), 2);

        assertThat(EvaluationJson.read(mended.required("evaluation")).energyEv())
                .isCloseTo(
                        EvaluationJson.read(undisturbed.required("evaluation")).energyEv(), within(1e-7));
        assertThat(CorrectionLog.read(folder.resolve("undisturbed"))).isEmpty();
        assertThat(CorrectionLog.read(folder.resolve("mended")))
                .extracting(corrected -> corrected.remedy().sentence())
                .containsExactly("The SCF of the structure did not converge: mixing_beta lowered from 0.7 to 0.3,"
                        + " the SCF's iterations raised from 2 to 150 (numerics only)");
    }

    @Test
    void a_task_that_the_code_does_by_itself_is_mended_alike() throws IOException {
        Files.writeString(
                folder.resolve(WorkOrder.FILE),
                WorkOrderJson.write(new WorkOrder.Driven(code(2), new Task.Energy(SILICON))));

        Work.run(folder, 1);

        assertThat(ResultFile.read(folder).orElseThrow().has("evaluation")).isTrue();
        assertThat(CorrectionLog.read(folder))
                .extracting(corrected -> corrected.remedy().sentence())
                .containsExactly("The SCF of the run did not converge: mixing_beta lowered from 0.7 to 0.3,"
                        + " the SCF's iterations raised from 2 to 150 (numerics only)");
    }

    @Test
    void the_next_attempt_begins_with_what_was_corrected_and_corrects_it_no_more() throws IOException {
        run(folder.resolve("first"), 2);
        Path second = Files.createDirectory(folder.resolve("second"));
        Files.copy(folder.resolve("first").resolve(WorkOrder.CORRECTIONS), second.resolve(WorkOrder.CORRECTIONS));

        run(second, 2);

        assertThat(CorrectionLog.read(second)).isEqualTo(CorrectionLog.read(folder.resolve("first")));
        assertThat(Files.readString(second.resolve("engine-0/screen"))).doesNotContain("convergence NOT achieved");
    }

    /// Numerics change no answer, so that what is known under the settings asked for stays known.
    @Test
    void an_answer_counts_as_one_of_the_settings_that_were_asked_for() throws IOException {
        run(folder.resolve("mended"), 2);
        Path second = Files.createDirectory(folder.resolve("second"));
        Files.copy(folder.resolve("mended").resolve(WorkOrder.EVALUATIONS), second.resolve(WorkOrder.EVALUATIONS));

        run(second, 2);

        assertThat(second.resolve("engine-0/screen")).doesNotExist();
    }

    /// Even if its log lies in the folder, as after a change of physics it never does.
    @Test
    void an_evaluation_under_other_physics_is_never_mixed_in() throws IOException {
        Path first = folder.resolve("first");
        run(first, 50);
        Path second = Files.createDirectory(folder.resolve("second"));
        Files.copy(first.resolve(WorkOrder.EVALUATIONS), second.resolve(WorkOrder.EVALUATIONS));
        Code code = Codes.of(code(50)).orElseThrow();
        ObjectNode smeared =
                Handlers.physics(code, "qe/scf-not-converged").orElseThrow().applyTo(CodeSpec.settings(code.spec()));
        String other = CodeSpec.of(code.name(), smeared);

        Files.writeString(second.resolve(WorkOrder.FILE), WorkOrderJson.write(new WorkOrder.Energy(other, SILICON)));
        Work.run(second, 1);

        assertThat(Files.readString(second.resolve("engine-0/pw.in"))).contains("marzari-vanderbilt");
        try (EvaluationLog log = EvaluationLog.open(
                second.resolve(WorkOrder.EVALUATIONS),
                Codes.of(other).orElseThrow().fingerprint())) {
            assertThat(log.ofEarlierAttempts(SILICON))
                    .singleElement()
                    .extracting(observation -> observation.evaluation().energyEv())
                    .isEqualTo(EvaluationJson.read(
                                    ResultFile.read(second).orElseThrow().required("evaluation"))
                            .energyEv());
        }
    }

    @Test
    void a_line_that_was_cut_while_it_was_written_is_dropped() throws IOException {
        Remedy remedy = new Remedy("x/ill", "one", Remedy.Touches.NUMERICS, "It is ill", List.of());
        CorrectionLog log = CorrectionLog.open(folder, () -> Instant.EPOCH);
        log.append(remedy);
        log.append(remedy);
        Path file = folder.resolve(WorkOrder.CORRECTIONS);
        byte[] whole = Files.readAllBytes(file);
        for (int cut = whole.length / 2 + 1; cut < whole.length; cut++) {
            Files.write(file, Arrays.copyOf(whole, cut), StandardOpenOption.TRUNCATE_EXISTING);
            assertThat(CorrectionLog.read(folder)).containsExactly(new Corrected(Instant.EPOCH, remedy));
            CorrectionLog.open(folder, () -> Instant.EPOCH).append(remedy);
            assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        }
    }
}
