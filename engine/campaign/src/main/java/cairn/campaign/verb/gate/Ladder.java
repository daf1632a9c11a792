package cairn.campaign.verb.gate;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Results;
import cairn.campaign.step.StepId;
import cairn.campaign.verb.Details;
import cairn.campaign.verb.Setup;
import cairn.campaign.verb.WorkCalculation;
import cairn.campaign.work.json.EvaluationJson;
import cairn.campaign.work.order.WorkOrder;
import cairn.codes.Code;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One setting of a code, ever finer, each tried on the same structure until the tolerance holds: a rung is fine enough
/// when the two rungs above it say the same. With one alone, two bad rungs that agree by chance would do.
record Ladder(StepId step, String name, Structure structure, Setup setup, List<Rung> rungs) {
    private static final int ABOVE = 2;

    /// A value of the setting, and the code that computes with it.
    record Rung(double value, Code code) {}

    /// How far a ladder has been climbed.
    sealed interface Climb {
        record Needs(List<Calculation> calculations) implements Climb {}

        record FineEnough(Rung rung) implements Climb {}

        /// Not even the finest rung that can be judged is fine enough: it differs so much from the finest of all.
        record TooShort(Rung finest, Deviation deviation) implements Climb {}
    }

    Climb climb(ConvergePlan.Tolerance tolerance, Results results) {
        List<Evaluation> known = known(results);
        for (int rung = 0; rung + ABOVE < known.size(); rung++) {
            if (holds(rung, known, tolerance)) {
                return new Climb.FineEnough(rungs.get(rung));
            }
        }
        return known.size() == rungs.size() ? tooShort(known) : new Climb.Needs(next(known.size()));
    }

    private Climb tooShort(List<Evaluation> known) {
        int finest = Math.max(0, known.size() - 1 - ABOVE);
        return new Climb.TooShort(rungs.get(finest), Deviation.between(known.get(finest), known.getLast()));
    }

    private static boolean holds(int rung, List<Evaluation> known, ConvergePlan.Tolerance tolerance) {
        for (int above = rung + 1; above <= rung + ABOVE; above++) {
            if (!tolerance.holds(Deviation.between(known.get(rung), known.get(above)))) {
                return false;
            }
        }
        return true;
    }

    /// The rungs from the first one on that have been computed.
    private List<Evaluation> known(Results results) {
        List<Evaluation> known = new ArrayList<>();
        for (int rung = 0; rung < rungs.size(); rung++) {
            Optional<ObjectNode> found = results.calculation(id(rung));
            if (found.isEmpty()) {
                break;
            }
            known.add(EvaluationJson.read(found.get().required("evaluation")));
        }
        return known;
    }

    /// The first ones side by side, as no fewer can show anything.
    private List<Calculation> next(int known) {
        List<Calculation> next = new ArrayList<>();
        for (int rung = known; rung < Math.min(Math.max(known + 1, ABOVE + 1), rungs.size()); rung++) {
            next.add(calculation(rung));
        }
        return next;
    }

    private CalculationId id(int rung) {
        return new CalculationId(step, name + "-" + (rung + 1));
    }

    private Calculation calculation(int rung) {
        Code code = rungs.get(rung).code();
        return new WorkCalculation(
                id(rung), new Setup(code, setup.resources()), new WorkOrder.Energy(code.spec(), structure));
    }

    /// What is known, each rung against the finest one.
    ArrayNode curve(String key, Results results) {
        List<Evaluation> known = known(results);
        ArrayNode curve = Details.object().putArray(key);
        for (int rung = 0; rung < known.size(); rung++) {
            Deviation deviation = Deviation.between(known.get(rung), known.getLast());
            curve.addObject()
                    .put(key, rungs.get(rung).value())
                    .put("energy_ev", known.get(rung).energyEv())
                    .put("energy_deviation_ev_per_atom", deviation.energyPerAtom())
                    .put("force_deviation_ev_per_ang", deviation.force())
                    .put("stress_deviation_ev_per_ang3", deviation.stress());
        }
        return curve;
    }

    int computed(Results results) {
        return known(results).size();
    }
}
