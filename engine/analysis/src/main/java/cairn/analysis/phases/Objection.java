package cairn.analysis.phases;

/// Why phases make no diagram: the rule of the expert's check list, what is wrong, what to do.
public record Objection(String rule, String what, String advice) {}
