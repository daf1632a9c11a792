package cairn.codes;

/// Something that an expert would ask about a code's settings for a structure, before anything runs: the rule, the
/// setting that it is about, what, with the values that give rise to it, and what to do.
public record Remark(String rule, String setting, String what, String advice) {}
