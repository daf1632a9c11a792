package cairn.campaign.work;

import cairn.campaign.work.order.WorkOrder;
import cairn.neb.dynamics.Dynamics;
import cairn.neb.relax.Relaxation;
import cairn.structure.Structure;
import tools.jackson.databind.node.ObjectNode;

/// Puts atoms into a host, shakes it, and lets it come to rest.
record InsertionJob(WorkOrder.Insert order, Evaluator evaluator) {
    ObjectNode run() {
        Dynamics shaken = shaken(order.insertion().into(order.host()));
        Relaxation rest = RelaxJob.relaxed(shaken.structure(), order.relax(), evaluator);
        if (!rest.isConverged()) {
            return WorkResult.failure(RelaxJob.unrelaxed(rest, order.relax()));
        }
        ObjectNode result = WorkResult.single(
                rest.structure(), rest.evaluation(), shaken.steps() + rest.steps(), evaluator.codeVersion());
        return shaken.steps() == 0
                ? result
                : result.put("mean_temperature_k", shaken.averages().temperature());
    }

    private Dynamics shaken(Structure filled) {
        Dynamics dynamics = Dynamics.start(filled, order.dynamics());
        while (!dynamics.isDone()) {
            dynamics = dynamics.advance(evaluator.evaluate(dynamics.structure()));
        }
        return dynamics;
    }
}
