package cairn.campaign.verb.alloy;

import cairn.analysis.finding.Finding;
import cairn.analysis.phases.Objection;
import cairn.analysis.phases.PhaseDiagram;
import cairn.analysis.phases.PhaseFindings;
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
import java.util.SortedSet;
import java.util.TreeSet;

/// The verb `hull`: formation energies of gathered crystals, and which of them are stable.
public record HullStep(StepId id, List<StepId> of) implements Step {
    public HullStep {
        of = List.copyOf(of);
    }

    @Override
    public String kind() {
        return "hull";
    }

    @Override
    public SortedSet<StepId> dependencies() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(of));
    }

    @Override
    public Next next(Results results) {
        List<StepResult> found =
                of.stream().map(step -> results.step(step).orElseThrow()).toList();
        List<ComputedPhase> computed = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            computed.add(ComputedPhase.of(of.get(i), found.get(i)));
        }
        return PhaseDiagram.objections(ComputedPhase.phases(computed)).stream()
                .findFirst()
                .<Next>map(objection -> new Next.Failed(failure(kind(), objection)))
                .orElseGet(() -> next(computed, found));
    }

    private Next next(List<ComputedPhase> computed, List<StepResult> found) {
        PhaseDiagram diagram = PhaseDiagram.of(ComputedPhase.phases(computed));
        List<Finding> findings = new ArrayList<>(ReferenceFindings.of(
                found.stream().map(ComputedPhase::structure).toList()));
        findings.addAll(PhaseFindings.of(diagram));
        return FindingsJson.failure("hull", findings)
                .<Next>map(Next.Failed::new)
                .orElseGet(() -> new Next.Done(new HullJson(id, diagram, computed, findings)
                        .result(found.getFirst().detail().required("code"))));
    }

    public static Failure failure(String verb, Objection objection) {
        String signature = verb + "/" + (objection.rule().isEmpty() ? "refused" : objection.rule());
        String rule = objection.rule().isEmpty() ? "" : " [" + objection.rule() + "]";
        return new Failure(signature.toLowerCase(Locale.ROOT), objection.what() + rule, objection.advice());
    }
}
