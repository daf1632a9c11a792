package cairn.codes;

import cairn.structure.Element;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An atomistic code, as a workflow's `code:` names it.
public interface Code {
    /// The name in a workflow, such as `builtin/meam-lisi` or `lammps`.
    String name();

    /// All that a job needs to make this code again: its name, and the settings it was told, if it takes any.
    /// [cairn.codes.catalogue.Codes#of] reads it.
    default String spec() {
        return name();
    }

    /// What identifies the numbers this code gives: code version and potential files. A change of it makes
    /// every calculation run again, and energies may be subtracted where it is equal.
    String fingerprint();

    /// The potential files that a code reads for some elements alone, each with what tells it from all others; empty
    /// for a code whose fingerprint names all that it reads.
    default String potentials(List<Element> species) {
        return "";
    }

    /// The fingerprint of a calculation with these elements: files of others do not matter to it.
    default String fingerprint(List<Element> species) {
        String potentials = potentials(species);
        return potentials.isEmpty() ? fingerprint() : fingerprint() + " " + potentials;
    }

    /// A sentence for the report on what the numbers are good for.
    String validity();

    /// Why this code cannot treat the structure, each in one sentence; empty if it can.
    List<String> objections(Structure structure);

    /// Whether evaluations tell the stress, which a cell that moves needs.
    default boolean givesStress() {
        return true;
    }

    /// What an expert would ask about this code's settings for the structure; none for a code without settings.
    default List<Remark> remarks(Structure structure) {
        return List.of();
    }

    /// What an expert would ask where a cell of this structure relaxes as well (rule W9).
    default List<Remark> remarksOnFreeCell(Structure structure) {
        return List.of();
    }

    /// What an expert would ask where energies in cells that differ little are compared, as along a band (rule W8).
    default List<Remark> remarksAcrossCells() {
        return List.of();
    }

    /// What an expert would ask where a barrier is to be found with this code (rule W16).
    default List<Remark> remarksOnBarrier() {
        return List.of();
    }

    /// Opens an engine inside a job; it may use the folder for its files, which no other engine uses.
    ForceEngine open(Path folder);

    /// As [#open(Path)], for a code that can use several cores for one structure.
    default ForceEngine open(Path folder, int cores) {
        return open(folder);
    }

    /// What this code can do by itself; empty if Cairn is to drive everything through [#open].
    default Optional<NativeRuns> nativeRuns() {
        return Optional.empty();
    }

    /// Whether a relaxation of which nobody says who drives it is the code's own affair.
    default boolean relaxesByItself() {
        return false;
    }
}
