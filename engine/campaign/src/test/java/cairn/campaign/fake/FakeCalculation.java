package cairn.campaign.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Outcome;
import cairn.campaign.step.Rendered;
import cairn.campaign.step.StepId;
import cairn.cluster.Resources;
import cairn.cluster.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// A calculation whose input is a text and whose result is the output that the fake world makes of it.
public record FakeCalculation(CalculationId id, String input, Transport files) implements Calculation {
    public static FakeCalculation of(String step, String name, String input, Transport files) {
        return new FakeCalculation(new CalculationId(new StepId(step), name), input, files);
    }

    @Override
    public Resources resources() {
        return new Resources(1, 100, Duration.ofMinutes(1));
    }

    @Override
    public Rendered render() {
        TreeMap<String, String> texts = new TreeMap<>();
        texts.put(FakeWorld.INPUT, input);
        return new Rendered(
                texts, List.of("compute"), List.of(FakeWorld.OUTPUT), List.of(FakeWorld.CHECKPOINT), "fake 1");
    }

    @Override
    public Outcome collect(Path directory) {
        Optional<byte[]> output = files.read(directory.resolve(FakeWorld.OUTPUT), 1 << 20);
        return output.<Outcome>map(bytes -> new Outcome.Done(
                        JsonMapper.shared().createObjectNode().put("output", new String(bytes, UTF_8))))
                .orElse(new Outcome.Incomplete("there is no output"));
    }
}
