package cairn.campaign.verb.alloy;

import cairn.analysis.finding.Finding;
import cairn.analysis.phases.Phase;
import cairn.analysis.phases.PhaseDiagram;
import cairn.analysis.voltage.VoltageCurve;
import cairn.analysis.voltage.VoltageFindings;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The verb `voltage`: voltages against a metal along a hull, and along a path if one is given; capacities and swelling
/// of the phases on the way.
public record VoltageStep(StepId id, StepId hull, VoltagePlan plan) implements Step {
    @Override
    public String kind() {
        return "voltage";
    }

    @Override
    public SortedSet<StepId> dependencies() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(List.of(hull)));
    }

    @Override
    public Next next(Results results) {
        StepResult found = results.step(hull).orElseThrow();
        List<ComputedPhase> computed = ComputedPhase.readAll(found.detail().required("phases"));
        return PhaseDiagram.objections(ComputedPhase.phases(computed)).stream()
                .findFirst()
                .<Next>map(objection -> new Next.Failed(HullStep.failure(kind(), objection)))
                .orElseGet(() -> next(computed, found));
    }

    private Next next(List<ComputedPhase> computed, StepResult found) {
        PhaseDiagram diagram = PhaseDiagram.of(ComputedPhase.phases(computed));
        List<Phase> path = path(diagram);
        List<String> objections = path.isEmpty() ? List.of() : VoltageCurve.objections(path, plan.ion());
        if (!objections.isEmpty()) {
            return new Next.Failed(new Failure(
                    "voltage/path",
                    String.join(" ", objections),
                    "Name phases of the hull in the order of their content."));
        }
        return VoltageCurve.ofHull(diagram, plan.host(), plan.ion())
                .<Next>map(curve -> next(diagram, computed, curve, path, found))
                .orElseGet(() -> new Next.Failed(nothingTakenUp()));
    }

    private Next next(
            PhaseDiagram diagram,
            List<ComputedPhase> computed,
            VoltageCurve curve,
            List<Phase> path,
            StepResult found) {
        Optional<VoltageCurve> forced =
                path.isEmpty() ? Optional.empty() : Optional.of(VoltageCurve.ofPath(diagram, path, plan.ion()));
        List<Finding> findings = new ArrayList<>(VoltageFindings.of(curve));
        forced.map(VoltageFindings::of).ifPresent(findings::addAll);
        plan.measured().forEach(measured -> findings.add(otherTemperature(measured)));
        VoltageJson json = new VoltageJson(id, plan, curve, new Contents(plan, diagram, computed), findings);
        return new Next.Done(
                json.result(forced.stream().toList(), found.detail().required("code")));
    }

    private List<Phase> path(PhaseDiagram diagram) {
        return plan.path().stream()
                .map(composition -> diagram.lowest(composition).orElseThrow())
                .toList();
    }

    private Failure nothingTakenUp() {
        return new Failure(
                "voltage/no-uptake",
                "No phase on the hull is made of " + plan.host().formula() + " and "
                        + plan.ion().element().symbol() + ".",
                "Gather the phases that the host forms with it.");
    }

    private static Finding otherTemperature(Measured measured) {
        return Finding.warns(
                "W22",
                String.format(
                        Locale.ROOT,
                        "The voltages of %s are from %.0f degrees Celsius, the computed ones are of 0 K and without"
                                + " vibrations: they differ by the entropy of the phases and are shown beside each other,"
                                + " not compared.",
                        measured.source(),
                        measured.temperatureCelsius()));
    }
}
