package cairn.codes;

import cairn.structure.Evaluation;
import cairn.structure.Structure;

/// What a code's output files say of a relaxation. The parser's word is the verdict: neither an exit
/// status nor an end marker alone is believed.
public sealed interface Parsed {
    /// It ran to its end and met its criterion.
    record Relaxed(Structure structure, Evaluation evaluation, int forceEvaluations, String codeVersion)
            implements Parsed {}

    /// The output stops before its end: the job was killed or ran out of walltime.
    record Incomplete(String why) implements Parsed {}

    /// It ended, and says that something is wrong.
    record Failed(CodeError error) implements Parsed {}
}
