package cairn.campaign.language.verbs;

import cairn.analysis.voltage.WorkingIon;
import cairn.campaign.language.Refers;
import cairn.campaign.language.Source;
import cairn.campaign.language.Sources;
import cairn.campaign.language.StepContext;
import cairn.campaign.language.StepName;
import cairn.campaign.language.Verb;
import cairn.campaign.shape.Key;
import cairn.campaign.shape.Shapes;
import cairn.campaign.step.Step;
import cairn.campaign.verb.alloy.Measured;
import cairn.campaign.verb.alloy.VoltagePlan;
import cairn.campaign.verb.alloy.VoltageStep;
import cairn.campaign.yaml.Problems;
import cairn.structure.Composition;
import cairn.structure.Element;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `voltage: HULL, against: Li`, the voltage of a host against the metal of an ion.
final class Voltage implements Verb {
    /// The hull that the voltages follow from.
    record OfHull(StepName name) implements Refers {
        @Override
        public List<Use> uses() {
            return List.of(new Use(name, How.ONE));
        }

        @Override
        public String toString() {
            return name.value();
        }
    }

    static final Key.Required<OfHull> HULL =
            Key.required("voltage", StepName.shape().map(OfHull::new), "the hull that the voltages follow from");
    static final Key.Required<Element> AGAINST =
            Key.required("against", Sources.element(), "the metal of the ion that goes in, such as Li");
    static final Key.Optional<Composition> HOST = Key.optional(
            "host", Compositions.shape(), "what the ion goes into; without it the one other element of the hull");
    static final Key.Defaulted<List<Composition>> PATH = Key.defaulted(
            "path",
            Shapes.list(Compositions.shape()),
            List.of(),
            "phases that an electrode is forced along, such as [Si, Li15Si4], beside the hull");
    private static final Key.Optional<Measured> MEASURED = Key.optional(
            "measured", MeasuredShape.shape(), "plateaus that were measured, shown beside the computed ones");

    @Override
    public String name() {
        return "voltage";
    }

    @Override
    public String about() {
        return "Voltages along a hull, and along a path if one is given; capacities and swelling on the way.";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(HULL, AGAINST, HOST, PATH, MEASURED);
    }

    @Override
    public Optional<Key<Source>> structure() {
        return Optional.empty();
    }

    @Override
    public boolean runsCode() {
        return false;
    }

    @Override
    public Step plan(StepContext step) {
        StepContext hull = step.other(step.get(HULL).name());
        WorkingIon ion = WorkingIon.of(step.get(AGAINST)).orElseThrow();
        VoltagePlan plan = new VoltagePlan(
                ion,
                host(step, hull).orElseThrow(),
                step.get(PATH),
                step.find(MEASURED).stream().toList());
        return new VoltageStep(step.id(), hull.id(), plan);
    }

    /// The host that is named, or the one other element.
    static Optional<Composition> host(StepContext step, StepContext hull) {
        return step.find(HOST).map(Composition::reduced).or(() -> otherElement(step.get(AGAINST), hull));
    }

    private static Optional<Composition> otherElement(Element ion, StepContext hull) {
        List<Element> others =
                elements(hull).filter(element -> !element.equals(ion)).toList();
        return others.size() == 1 ? Optional.of(Composition.of(others)) : Optional.empty();
    }

    static Stream<Element> elements(StepContext hull) {
        return HullInspection.compositions(Hull.crystals(hull).toList()).stream()
                .flatMap(composition -> composition.counts().keySet().stream())
                .distinct();
    }

    @Override
    public void inspect(StepContext step, Problems problems) {
        new VoltageInspection(step, problems).run();
    }
}
