package cairn.codes;

import cairn.codes.task.Found;
import cairn.structure.Structure;
import java.util.List;
import java.util.Optional;

/// What the files of a run say. The content is the verdict: neither an exit status nor an end marker alone is
/// believed.
public sealed interface Reading {
    /// It ran to its end and met its criteria.
    record Finished(Found found) implements Reading {}

    /// It was stopped, or cut off, before its end, and did nothing wrong: another run may go on from there.
    record Stopped(String why, Reached reached) implements Reading {}

    /// Something is wrong, and the same again would be no better.
    record Failed(CodeError error) implements Reading {}

    /// How far a run came that did not end: so many whole steps, and the structure after the last of them (for a band
    /// all images); no structure if it came nowhere.
    record Reached(int steps, List<Structure> structures) {
        public Reached {
            structures = List.copyOf(structures);
        }

        public static Reached nothing() {
            return new Reached(0, List.of());
        }

        public static Reached structure(int steps, Optional<Structure> last) {
            return new Reached(steps, last.stream().toList());
        }
    }
}
