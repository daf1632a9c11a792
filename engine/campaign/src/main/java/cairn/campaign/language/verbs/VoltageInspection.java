package cairn.campaign.language.verbs;

import cairn.analysis.voltage.WorkingIon;
import cairn.campaign.language.StepContext;
import cairn.campaign.yaml.Location;
import cairn.campaign.yaml.NearestName;
import cairn.campaign.yaml.Problems;
import cairn.structure.Composition;
import cairn.structure.Element;
import java.util.List;
import java.util.Optional;

/// What an expert objects to in a voltage curve before anything runs.
final class VoltageInspection {
    private final StepContext step;
    private final Problems problems;
    private final StepContext hull;
    private final Element metal;

    VoltageInspection(StepContext step, Problems problems) {
        this.step = step;
        this.problems = problems;
        this.hull = step.other(step.get(Voltage.HULL).name());
        this.metal = step.get(Voltage.AGAINST);
    }

    void run() {
        if (!(hull.verb() instanceof Hull)) {
            problems.add(
                    step.at(Voltage.HULL),
                    "the step '" + step.get(Voltage.HULL) + "' is no hull: its verb is "
                            + hull.verb().name(),
                    "gather the phases in a step with the verb hull, and name that");
            return;
        }
        ion();
        List<Composition> known =
                HullInspection.compositions(Hull.crystals(hull).toList());
        host(known);
        step.get(Voltage.PATH).forEach(phase -> isThere(phase, known, step.at(Voltage.PATH)));
    }

    private void ion() {
        if (WorkingIon.of(metal).isEmpty()) {
            problems.add(
                    step.at(Voltage.AGAINST),
                    "no battery has an ion of " + metal.symbol() + " for its charge carrier",
                    "take Li, Na, K, Mg, Ca, Zn or Al");
        }
        if (Voltage.elements(hull).noneMatch(metal::equals)) {
            problems.block(
                    "E6",
                    step.at(Voltage.AGAINST),
                    "the hull has no " + metal.symbol() + " to measure voltages against",
                    "relax a crystal of it, and let the hull gather that too");
        }
    }

    private void host(List<Composition> known) {
        Optional<Composition> host = Voltage.host(step, hull);
        if (host.isEmpty()) {
            problems.add(
                    step.at(Voltage.HULL),
                    "the hull has several elements beside " + metal.symbol() + ", and the step names no host",
                    "say host: FORMULA");
            return;
        }
        host.get().counts().keySet().stream()
                .filter(metal::equals)
                .findFirst()
                .ifPresent(_ -> problems.add(
                        step.at(Voltage.HOST),
                        "the host " + host.get().formula() + " holds " + metal.symbol()
                                + " already, and its content is counted from none",
                        "name the host without it"));
        isThere(host.get(), known, step.at(Voltage.HOST));
    }

    private void isThere(Composition wanted, List<Composition> known, Location at) {
        if (!known.contains(wanted.reduced())) {
            problems.add(
                    at,
                    "the hull has no " + wanted.reduced().formula(),
                    NearestName.advice(
                            wanted.formula(),
                            known.stream().map(Composition::formula).distinct().toList(),
                            "let the hull gather it"));
        }
    }
}
