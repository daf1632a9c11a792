package cairn.codes;

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
    /// every calculation run again.
    String fingerprint();

    /// The same for a structure: of files, only those that its elements need.
    default String fingerprint(Structure structure) {
        return fingerprint();
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

    /// Opens an engine inside a job; it may use the folder for its files, which no other engine uses.
    ForceEngine open(Path folder);

    /// As [#open(Path)], for a code that can use several cores for one structure.
    default ForceEngine open(Path folder, int cores) {
        return open(folder);
    }

    /// How this code relaxes by itself; empty if Cairn is to drive the relaxation through [#open].
    Optional<NativeRelax> nativeRelax();

    /// A relaxation that the code runs by itself.
    interface NativeRelax {
        Deck render(RelaxTask task);

        /// Reads what the job of [#render] left in its folder.
        Parsed parse(RelaxTask task, Path folder);
    }
}
