package cairn.campaign.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Next;
import cairn.campaign.step.Outcome;
import cairn.campaign.step.Results;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.step.StructureSource;
import cairn.campaign.work.Work;
import cairn.campaign.work.json.StructureJson;
import cairn.cluster.Resources;
import cairn.codes.catalogue.Codes;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// Silicon with the built-in Li-Si potential, whose lattice parameter is 5.4223 Angstrom; the elastic constants of the
/// potential's silicon give 99 GPa (Cui et al., J. Power Sources 207, 150 (2012), table 4; measured 98).
class EquationOfStateStepTest {
    private static final Setup SETUP =
            new Setup(Codes.named("builtin/meam-lisi").orElseThrow(), new Resources(1, 1000, Duration.ofMinutes(5)));
    private static final Volumes SEVEN = new Volumes(7, 0.06, new RelaxSettings(false, 0.01, 1, 100));

    @TempDir
    private Path folder;

    private final Map<CalculationId, ObjectNode> found = new HashMap<>();

    private final Results results = new Results() {
        @Override
        public Optional<StepResult> step(StepId id) {
            return Optional.empty();
        }

        @Override
        public Optional<ObjectNode> calculation(CalculationId id) {
            return Optional.ofNullable(found.get(id));
        }
    };

    @Test
    void seven_volumes_give_volume_and_bulk_modulus() throws Exception {
        StepResult result = run(step(silicon(5.43)));

        assertThat(found).hasSize(7);
        assertThat(Math.cbrt(result.result().required("volume_ang3").doubleValue()))
                .isCloseTo(5.4223, within(5e-4));
        assertThat(result.result().required("bulk_modulus_gpa").doubleValue()).isCloseTo(99, within(2.0));
        assertThat(result.result().required("residual_ev_per_atom").doubleValue())
                .isLessThan(1e-5);
        assertThat(StructureJson.read(result.detail().required("structure"))
                        .cell()
                        .length(0))
                .isCloseTo(5.4223, within(5e-4));
    }

    @Test
    void a_crystal_far_from_its_volume_has_no_minimum_among_them() throws Exception {
        EquationOfStateStep step = step(silicon(5.0));
        compute(step);

        assertThat(step.next(results)).isInstanceOfSatisfying(Next.Failed.class, failed -> {
            assertThat(failed.failure().signature()).isEqualTo("eos/no-minimum");
            assertThat(failed.failure().advice()).contains("cell: free");
        });
    }

    private StepResult run(EquationOfStateStep step) throws Exception {
        compute(step);
        return ((Next.Done) step.next(results)).result();
    }

    private void compute(EquationOfStateStep step) throws Exception {
        for (Calculation calculation : ((Next.Needs) step.next(results)).calculations()) {
            Path attempt =
                    Files.createDirectories(folder.resolve(calculation.id().name()));
            for (Map.Entry<String, String> file : calculation.render().files().entrySet()) {
                Files.writeString(attempt.resolve(file.getKey()), file.getValue());
            }
            Work.run(attempt, 1);
            found.put(calculation.id(), ((Outcome.Done) calculation.collect(attempt)).result());
        }
    }

    private static EquationOfStateStep step(Structure structure) {
        return new EquationOfStateStep(new StepId("state"), new StructureSource.Given("Si", structure), SETUP, SEVEN);
    }

    private static Structure silicon(double a) {
        double[] fractions = {
            0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75, .25, .75, .75, .75, .25
        };
        double[] positions = Arrays.stream(fractions).map(f -> f * a).toArray();
        Element silicon = Element.ofSymbol("Si").orElseThrow();
        return Structure.free(Cell.orthorhombic(a, a, a), Collections.nCopies(8, silicon), Positions.of(positions));
    }
}
