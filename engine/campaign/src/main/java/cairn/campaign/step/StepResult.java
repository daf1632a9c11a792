package cairn.campaign.step;

import tools.jackson.databind.node.ObjectNode;

/// What a step found: `result` is what results.json shows (keys carry their unit), `detail` is what the
/// steps that use this one and the report read besides (structures, profiles).
public record StepResult(ObjectNode result, ObjectNode detail) {}
