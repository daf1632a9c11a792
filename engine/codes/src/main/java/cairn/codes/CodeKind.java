package cairn.codes;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// A program that becomes a [Code] once it is told how to compute: `code: {use: qe, functional: PBE}`.
///
/// Settings travel as JSON whose keys carry their units (`cutoff_ev`), so that the same settings are the same text in a
/// plan, in a job's order and in a fingerprint.
public interface CodeKind {
    /// As a workflow names it: `qe`.
    String name();

    /// The keys of the shared settings that it takes, in the words of a workflow: `functional`.
    Set<String> takes();

    /// The keys it takes below its own name, in the words of its own manual.
    OwnKeys ownKeys();

    /// The same settings with files as jobs find them: paths of a workflow start at its folder, and what a workflow
    /// leaves to the environment of jobs is looked up there.
    default ObjectNode located(ObjectNode settings, Places places) {
        return settings;
    }

    /// What it cannot do of these settings; empty if it can do all of it.
    List<Objection> objections(ObjectNode settings);

    /// The code that computes so. The settings must be complete, and free of objections.
    Code with(ObjectNode settings);

    /// The folder where paths start, and the environment of jobs.
    record Places(Path folder, Map<String, String> environment) {
        public Places {
            environment = Map.copyOf(environment);
        }

        /// A path as jobs, which run elsewhere, must have it; what is no path stays as it is.
        public String absolute(String path) {
            try {
                return folder.resolve(path).toAbsolutePath().normalize().toString();
            } catch (InvalidPathException _) {
                return path;
            }
        }
    }

    /// What is wrong with the setting of a key, and what to do about it.
    record Objection(String key, String what, String advice) {}
}
