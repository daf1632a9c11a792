package cairn.codes;

import cairn.codes.task.Room;
import cairn.codes.task.Sample;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/// Tasks that a code carries out by itself, in a folder of its own for each run.
///
/// A run may be stopped, or killed, at any moment; [#read] then says how far it came, and [#saved] what of its state
/// another run can go on from.
public interface NativeRuns {
    /// Why the code cannot do the task by itself, each in one sentence; empty if it can.
    List<String> objections(Task task);

    /// The input, and the command that reads it. Pure: the same task gives the same bytes on every machine.
    Deck deck(Task task, Start start, Room room);

    /// Puts into the folder what the input names and is no text of ours, such as pseudopotentials.
    ///
    /// @throws EngineFailure if this machine does not have it
    default void provide(Task task, Path folder) {}

    /// Removes from the folder of a run that is over what [#provide] has put there and nobody may keep.
    default void clear(Task task, Path folder) {}

    /// How a run is asked to stop.
    SoftStop softStop();

    /// What a run in the folder that began so has come to, whatever ended it. Steps count from the beginning of the
    /// task, those of earlier runs included.
    Reading read(Task task, Start start, Path folder);

    /// The files from which a run with [Start.Saved] can go on, each under the name that it wants for it: checked, so
    /// that none of them is cut or missing. Empty if there are none, or one is not whole.
    SortedMap<String, Path> saved(Task task, Path folder);

    /// The instants of molecular dynamics that a run has told so far, in their order.
    default List<Sample> samples(Task.Dynamics task, Start start, Path folder) {
        return List.of();
    }

    /// The file, relative to the folder, that has the positions at each step of a run.
    String trajectory(Task task);
}
