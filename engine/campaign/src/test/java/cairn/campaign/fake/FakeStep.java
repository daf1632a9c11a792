package cairn.campaign.fake;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.cluster.Transport;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A step that runs `rounds` calculations one after the other, `width` at a time, each on the results before it: it
/// finds out what it needs as it goes.
public record FakeStep(StepId id, SortedSet<StepId> dependencies, int rounds, int width, String salt, Transport files)
        implements Step {
    public static FakeStep of(Transport files, String name, int rounds, int width, String... dependencies) {
        TreeSet<StepId> ids = new TreeSet<>();
        Arrays.stream(dependencies).map(StepId::new).forEach(ids::add);
        return new FakeStep(new StepId(name), ids, rounds, width, "", files);
    }

    /// The same step on other inputs.
    public FakeStep salted(String other) {
        return new FakeStep(id, dependencies, rounds, width, other, files);
    }

    @Override
    public String kind() {
        return "fake";
    }

    @Override
    public Next next(Results results) {
        StringBuilder known = new StringBuilder(id + salt);
        dependencies.forEach(d -> known.append('|')
                .append(results.step(d).orElseThrow().result().required("value").intValue()));
        for (int round = 0; round < rounds; round++) {
            List<Calculation> calculations = calculations(round, known.toString());
            if (!calculations.stream().allMatch(c -> results.calculation(c.id()).isPresent())) {
                return new Next.Needs(calculations);
            }
            calculations.forEach(c -> known.append('>')
                    .append(results.calculation(c.id()).orElseThrow().hashCode() % 1000));
        }
        ObjectNode value = JsonMapper.shared()
                .createObjectNode()
                .put("value", known.toString().hashCode() % 100_000);
        return new Next.Done(new StepResult(value, JsonMapper.shared().createObjectNode()));
    }

    private List<Calculation> calculations(int round, String known) {
        return IntStream.range(0, width)
                .<Calculation>mapToObj(i -> new FakeCalculation(
                        new CalculationId(id, "c" + round + "-" + i), known + "#" + round + "." + i, files))
                .toList();
    }
}
