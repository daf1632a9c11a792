package cairn.campaign.work;

import cairn.campaign.work.order.WorkOrder;
import cairn.codes.CodeError;
import cairn.neb.Observation;
import cairn.neb.relax.RelaxSettings;
import cairn.neb.relax.Relaxation;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// A relaxation that Cairn drives.
record RelaxJob(WorkOrder.Relax order, Evaluator evaluator) {
    ObjectNode run() {
        List<Observation> way = new ArrayList<>();
        Relaxation relaxation = relaxed(order.structure(), order.settings(), evaluator, way::add);
        return relaxation.isConverged()
                ? WorkResult.relaxed(order, relaxation, way, evaluator.codeVersion())
                : WorkResult.failure(unrelaxed(relaxation, order.settings()));
    }

    /// The relaxation at its end, converged or not.
    static Relaxation relaxed(Structure start, RelaxSettings settings, Evaluator evaluator) {
        return relaxed(start, settings, evaluator, _ -> {});
    }

    private static Relaxation relaxed(
            Structure start, RelaxSettings settings, Evaluator evaluator, Consumer<Observation> way) {
        Relaxation relaxation = Relaxation.start(start, settings);
        while (!relaxation.isConverged() && !relaxation.isExhausted()) {
            Structure structure = relaxation.structure();
            Evaluation evaluation = evaluator.evaluate(structure);
            way.accept(new Observation(structure, evaluation));
            relaxation = relaxation.advance(evaluation);
            tell(String.format(Locale.ROOT, "step %d fmax %.5f eV/Angstrom", relaxation.steps(), relaxation.fmax()));
        }
        return relaxation;
    }

    static CodeError unrelaxed(Relaxation relaxation, RelaxSettings settings) {
        return new CodeError(
                "relax/not-converged",
                String.format(
                        Locale.ROOT,
                        "After %d steps the largest force is %.3g eV/Angstrom, asked was %.3g.",
                        relaxation.steps(),
                        relaxation.fmax(),
                        settings.fmax()),
                "Allow more steps (max_steps), or start from a better structure.");
    }

    /// A line a step, for whoever looks at the job's output.
    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
