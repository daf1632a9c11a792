package cairn.codes.task;

import cairn.structure.Structure;
import java.util.List;

/// Where a run of a task begins. `stepsDone` of the task's steps were done before, by the runs that it goes on from.
public sealed interface Start {
    int stepsDone();

    /// With the structures of the task.
    record Beginning() implements Start {
        @Override
        public int stepsDone() {
            return 0;
        }
    }

    /// With what an earlier run has saved, which lies in the folder already.
    record Saved(int stepsDone) implements Start {}

    /// Without anything saved, with the last structure that an earlier run told, or the last images of its band.
    record Later(List<Structure> structures, int stepsDone) implements Start {
        public Later {
            structures = List.copyOf(structures);
            if (structures.isEmpty()) {
                throw new IllegalArgumentException("a later start needs a structure");
            }
        }
    }
}
