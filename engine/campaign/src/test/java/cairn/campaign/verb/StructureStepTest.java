package cairn.campaign.verb;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.step.PhysicsPolicy;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StructureSource;
import cairn.cluster.Resources;
import cairn.codes.Code;
import cairn.codes.catalogue.Codes;
import cairn.codes.correction.Handlers;
import cairn.codes.correction.Remedy;
import cairn.codes.task.Ensemble;
import cairn.neb.relax.RelaxSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class StructureStepTest {
    private static final StepId ID = new StepId("one");
    private static final StructureSource OF = new StructureSource.OfStep(new StepId("host"));
    private static final Code FIXED = code("\"smearing\":\"none\"");
    private static final Code SMEARED = code("\"smearing\":\"marzari-vanderbilt\",\"smearing_width_ev\":0.1");
    private static final Remedy SMEAR =
            Handlers.physics(FIXED, "qe/smearing-needed").orElseThrow();
    private static final RelaxSettings RELAXATION = new RelaxSettings(false, 0.01, 1, 100);
    private static final Setup ALLOWING = setup(PhysicsPolicy.ALLOW);

    static final List<StructureStep> STEPS = List.of(
            new EnergyStep(ID, OF, ALLOWING, DrivenBy.CODE),
            new RelaxStep(ID, OF, ALLOWING, RELAXATION, DrivenBy.CODE),
            new DynamicsStep(ID, OF, ALLOWING, new DynamicsStep.Settings(new Ensemble.Isolated(300), 1, 10, 1)),
            new EquationOfStateStep(ID, OF, ALLOWING, new Volumes(7, 0.06, RELAXATION)));

    private static Setup setup(PhysicsPolicy physics) {
        return new Setup(FIXED, new Resources(1, 1000, Duration.ofMinutes(5)), physics);
    }

    private static Code code(String smearing) {
        return Codes.of("""
                {"use":"qe","functional":"PBE","cutoff_ev":400.0,"k_points":{"mesh":[1,1,1]},
                 "scf_convergence_ev":1e-6,"scf_iterations":100,"pseudopotentials":"debian-espresso",%s}\
                """.formatted(smearing)).orElseThrow();
    }

    @ParameterizedTest
    @FieldSource("STEPS")
    void a_change_of_physics_changes_the_code_and_nothing_else(StructureStep step) {
        StructureStep amended = (StructureStep) step.amended(SMEAR);

        assertThat(amended.setup().code().spec()).isEqualTo(SMEARED.spec());
        assertThat(amended.with(step.setup())).isEqualTo(step);
    }

    @ParameterizedTest
    @FieldSource("STEPS")
    void where_the_workflow_refuses_such_changes_the_step_stays_as_it_is(StructureStep step) {
        StructureStep refusing = (StructureStep) step.with(setup(PhysicsPolicy.REFUSE));

        assertThat(((StructureStep) refusing.amended(SMEAR)).setup()).isEqualTo(refusing.setup());
    }
}
