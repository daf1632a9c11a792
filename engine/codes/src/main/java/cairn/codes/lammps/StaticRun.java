package cairn.codes.lammps;

import cairn.codes.Deck;
import cairn.codes.Reading;
import cairn.codes.task.Room;
import cairn.codes.task.Task;
import java.nio.file.Path;

/// One evaluation of a structure as it is.
final class StaticRun {
    private final Run run;

    StaticRun(KimModel model) {
        this.run = new Run(model, "energy.in");
    }

    Deck deck(Task.Energy task, Room room) {
        return run.deck(task.structure(), run.values(task.structure(), room), room);
    }

    Reading read(Task.Energy task, Path folder) {
        return run.read(task.structure(), 0, folder, end -> Run.finished(end, 1));
    }
}
