package cairn.campaign.verb.alloy;

import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Results;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.work.json.StructureJson;
import cairn.structure.Cell;
import cairn.structure.Composition;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Results of relaxations, as steps leave them, with energies that a test chooses.
public final class Relaxed implements Results {
    private final Map<StepId, StepResult> steps = new LinkedHashMap<>();

    /// Of no step yet.
    public Relaxed() {}

    /// A crystal of one formula unit whose atoms stand in a row, `spacing` Angstrom apart, in a cell of 16 Angstrom^3
    /// per atom or more.
    public Relaxed with(String formula, double energyEv, String fingerprint, double spacing) {
        Structure structure = row(Composition.ofFormula(formula).orElseThrow(), spacing);
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.set("structure", StructureJson.write(structure));
        detail.putObject("evaluation").put("energy_ev", energyEv);
        detail.putObject("code")
                .put("name", "qe")
                .put("version", "7.3")
                .put("fingerprint", fingerprint)
                .put("validity", "for tests");
        steps.put(
                new StepId("relaxed[phase=" + formula + "]"),
                new StepResult(JsonNodeFactory.instance.objectNode(), detail));
        return this;
    }

    public Relaxed with(String formula, double energyEv) {
        return with(formula, energyEv, "qe PBE at 60 Ry", 2.4);
    }

    public Relaxed and(StepId step, StepResult result) {
        steps.put(step, result);
        return this;
    }

    private static Structure row(Composition composition, double spacing) {
        List<Element> species = new ArrayList<>();
        composition.counts().forEach((element, count) -> species.addAll(Collections.nCopies(count, element)));
        double[] positions = new double[3 * species.size()];
        for (int atom = 0; atom < species.size(); atom++) {
            positions[3 * atom] = atom * spacing;
        }
        double side = Math.max(spacing, 4 / Math.sqrt(spacing));
        Cell cell = Cell.orthorhombic(spacing * species.size(), side, side);
        return Structure.free(cell, species, Positions.of(positions));
    }

    public List<StepId> ids() {
        return List.copyOf(steps.keySet());
    }

    @Override
    public Optional<StepResult> step(StepId id) {
        return Optional.ofNullable(steps.get(id));
    }

    @Override
    public Optional<ObjectNode> calculation(CalculationId id) {
        return Optional.empty();
    }
}
