package cairn.campaign.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.step.StructureSource;
import cairn.campaign.work.Silicon;
import cairn.campaign.work.Work;
import cairn.campaign.work.files.ResultFile;
import cairn.campaign.work.order.BandTask;
import cairn.campaign.work.order.SearchChoice;
import cairn.campaign.work.order.Splitting;
import cairn.campaign.work.order.WorkOrder;
import cairn.cluster.Resources;
import cairn.codes.catalogue.Codes;
import cairn.neb.NebSettings;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// Li from one site of silicon to the second next, which is two hops, on the built-in potential.
class CutPathTest {
    private static final Setup SETUP =
            new Setup(Codes.named("builtin/meam-lisi").orElseThrow(), new Resources(1, 1000, Duration.ofMinutes(5)));
    private static final NebSettings NEB = new NebSettings(
            7, 0.05, 0.1, NebSettings.Start.IDPP, NebSettings.Climbing.WHEN_SETTLED, NebSettings.Optimizer.LBFGS, 200);
    private static final StepId START = new StepId("start");
    private static final StepId END = new StepId("end");

    @TempDir
    private Path folder;

    private final Found found = new Found();

    @Test
    void with_a_job_for_each_image_the_same_hops_are_found_as_with_one_for_each_band() throws IOException {
        Structure first = Silicon.withLithiumAt(0.5);
        found.steps.put(START, done(relax(START, first)));
        found.steps.put(END, done(relax(END, secondNext(first))));

        StepResult inFewJobs = done(path("in-few-jobs", JobPer.BAND));

        assertThat(inFewJobs.result().required("hops").valueStream())
                .hasSize(2)
                .allSatisfy(hop -> assertThat(hop.required("barrier_forward_ev").doubleValue())
                        .isCloseTo(0.554, within(3e-3)));
        assertThat(done(path("image-by-image", JobPer.IMAGE)))
                .hasToString(inFewJobs.toString().replace("in-few-jobs", "image-by-image"));
    }

    private static RelaxStep relax(StepId id, Structure structure) {
        return new RelaxStep(
                id, new StructureSource.Given("given", structure), SETUP, new RelaxSettings(false, 0.01, 1, 200));
    }

    private static NebStep path(String name, JobPer jobPer) {
        BandTask task = BandTask.of(NEB, new SearchChoice.Plain()).splitting(new Splitting.DeeperThan(0.05));
        return new NebStep(new StepId(name), START, END, SETUP, new BandPlan(task, jobPer, 0));
    }

    /// With the last atom moved by half a cubic cell, a quarter of this one, along x and y.
    private static Structure secondNext(Structure structure) {
        double[] positions = structure.positions().toArray();
        double half = structure.cell().length(0) / 4;
        positions[positions.length - 3] += half;
        positions[positions.length - 2] += half;
        return structure.withPositions(Positions.of(positions));
    }

    /// Does what the driver and its jobs do, until the step is done.
    private StepResult done(Step step) throws IOException {
        while (step.next(found) instanceof Next.Needs(var calculations)) {
            for (Calculation calculation : calculations) {
                if (!found.calculations.containsKey(calculation.id())) {
                    found.calculations.put(calculation.id(), computed(calculation));
                }
            }
        }
        assertThat(step.next(found)).isInstanceOf(Next.Done.class);
        return ((Next.Done) step.next(found)).result();
    }

    private ObjectNode computed(Calculation calculation) throws IOException {
        Path directory =
                Files.createDirectory(folder.resolve(calculation.id().toString().replace('/', '-')));
        String order = Objects.requireNonNull(calculation.render().files().get(WorkOrder.FILE));
        Files.writeString(directory.resolve(WorkOrder.FILE), order);
        Work.run(directory, 1);
        return ResultFile.read(directory).orElseThrow();
    }

    private static final class Found implements Results {
        private final Map<StepId, StepResult> steps = new HashMap<>();
        private final Map<CalculationId, ObjectNode> calculations = new HashMap<>();

        @Override
        public Optional<StepResult> step(StepId id) {
            return Optional.ofNullable(steps.get(id));
        }

        @Override
        public Optional<ObjectNode> calculation(CalculationId id) {
            return Optional.ofNullable(calculations.get(id));
        }
    }
}
