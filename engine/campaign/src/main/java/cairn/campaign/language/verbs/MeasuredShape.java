package cairn.campaign.language.verbs;

import cairn.campaign.shape.Key;
import cairn.campaign.shape.MappingShape;
import cairn.campaign.shape.Said;
import cairn.campaign.shape.Shape;
import cairn.campaign.shape.Shapes;
import cairn.campaign.verb.alloy.Measured;
import java.util.List;
import java.util.Optional;

/// Measured plateaus in a workflow: `{source: "Wen 1981", celsius: 415, plateaus: [{from: 0, to: 1.71, volt: 0.332}]}`.
final class MeasuredShape {
    private static final Key.Required<String> SOURCE = Key.required("source", Shapes.text(), "who measured, and where");
    private static final Key.Required<Double> CELSIUS =
            Key.required("celsius", Shapes.number(), "the temperature, degrees Celsius");
    private static final Key.Required<Double> FROM = Key.required(
            "from", Shapes.number(), "content at the start of the plateau, ions per formula unit of the host");
    private static final Key.Required<Double> TO = Key.required("to", Shapes.positive(), "content at its end");
    private static final Key.Required<Double> VOLT =
            Key.required("volt", Shapes.number(), "the voltage against the metal of the ion");
    private static final Key.Required<List<Said>> PLATEAUS = Key.required(
            "plateaus", Shapes.list(MappingShape.of("plateau", List.of(FROM, TO, VOLT))), "the plateaus in order");

    private MeasuredShape() {}

    static Shape<Measured> shape() {
        MappingShape mapping = MappingShape.of("measured", List.of(SOURCE, CELSIUS, PLATEAUS));
        return Shapes.of(
                (node, reading) -> mapping.read(node, reading)
                        .flatMap(said -> leadUp(said.get(PLATEAUS))
                                ? Optional.of(measured(said))
                                : reading.mustBe("plateaus that each lead from less to more", node)),
                mapping::schema);
    }

    private static boolean leadUp(List<Said> plateaus) {
        return plateaus.stream().allMatch(step -> step.get(TO) > step.get(FROM));
    }

    private static Measured measured(Said said) {
        return new Measured(
                said.get(SOURCE),
                said.get(CELSIUS),
                said.get(PLATEAUS).stream()
                        .map(step -> new Measured.Step(step.get(FROM), step.get(TO), step.get(VOLT)))
                        .toList());
    }
}
