package cairn.cluster.script;

import cairn.cluster.Token;
import cairn.cluster.shell.Shell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A job's script: POSIX sh, whatever the shell on its first line.
///
/// In order it goes to the attempt directory, claims it, prepares the machine as the site's profile says, runs the
/// command, and leaves the sentinel. `outputs` are the files, relative to the directory, that the sentinel vouches for
/// where they exist; the command's own `stdout.txt` and `stderr.txt` are always among them. The directory must be
/// absolute, the same on the machine where the job runs.
public record JobScript(
        Token token,
        Path directory,
        int cores,
        TimeLimit limit,
        Preparation preparation,
        List<String> command,
        List<String> outputs) {
    public static final String STDOUT = "stdout.txt";
    public static final String STDERR = "stderr.txt";

    /// What a site wants before a command: `header` are the comment lines for its scheduler, `prelude` raw lines of the
    /// shell (the only ones that are never quoted, so they come from the site's own profile alone), `launcher` the
    /// words before a parallel command, with `{cores}` for the number of cores.
    public record Preparation(
            String shell,
            List<String> header,
            SortedMap<String, String> environment,
            List<String> prelude,
            List<String> modules,
            List<String> launcher) {
        /// Nothing but a shell.
        public static final Preparation NONE =
                new Preparation("/bin/sh", List.of(), new TreeMap<>(), List.of(), List.of(), List.of());

        public Preparation {
            header = List.copyOf(header);
            environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
            prelude = List.copyOf(prelude);
            modules = List.copyOf(modules);
            launcher = List.copyOf(launcher);
            require(shell.matches("/[A-Za-z0-9._/-]+"), "not the absolute path of a shell: " + shell);
            header.forEach(line -> require(line.matches("#[^\\p{Cntrl}]*"), "not a header line: " + line));
            environment
                    .keySet()
                    .forEach(name -> require(
                            name.matches("[A-Za-z_][A-Za-z0-9_]*"),
                            "not the name of an environment variable: " + name));
        }

        /// The same with these comment lines for the scheduler.
        public Preparation withHeader(List<String> lines) {
            return new Preparation(shell, lines, environment, prelude, modules, launcher);
        }

        /// The same without the words before a parallel command, for a command that runs as one process.
        public Preparation withoutLauncher() {
            return new Preparation(shell, header, environment, prelude, modules, List.of());
        }
    }

    /// For a command that does not ask when its job ends.
    public JobScript(
            Token token,
            Path directory,
            int cores,
            Preparation preparation,
            List<String> command,
            List<String> outputs) {
        this(token, directory, cores, new TimeLimit.None(), preparation, command, outputs);
    }

    public JobScript {
        command = List.copyOf(command);
        outputs = List.copyOf(outputs);
        require(directory.isAbsolute(), "the attempt directory must be absolute: " + directory);
        require(!command.isEmpty(), "a job needs a command");
        outputs.forEach(name -> require(isOutputName(name), "not the name of an output file: " + name));
    }

    /// A plain relative name; so a line of the sentinel cannot be misread, and nothing outside is vouched for.
    static boolean isOutputName(String name) {
        return name.matches("[A-Za-z0-9_+][A-Za-z0-9._+-]*(/[A-Za-z0-9_+][A-Za-z0-9._+-]*)*");
    }

    /// The text of the script.
    public String render() {
        List<String> lines = new ArrayList<>();
        lines.add("#!" + preparation.shell);
        lines.addAll(preparation.header);
        lines.add("umask 077");
        lines.add("export CAIRN_TOKEN=" + Shell.quote(token.value()));
        lines.add("export CAIRN_CORES=" + cores);
        lines.add("cairn_directory=" + Shell.quote(directory.toString()));
        lines.add("cairn_outputs() { cairn_files " + vouched() + "; }");
        lines.add(ScriptText.CLAIM);
        lines.add(ScriptText.SENTINEL);
        lines.addAll(limit.lines());
        lines.addAll(prepared());
        lines.add("cairn_stage='command'");
        lines.add(Shell.quoteAll(launched()) + " </dev/null >" + STDOUT + " 2>" + STDERR + " &");
        lines.add(ScriptText.WAIT);
        return String.join("\n", lines) + "\n";
    }

    private String vouched() {
        List<String> files = new ArrayList<>(List.of(STDOUT, STDERR));
        outputs.stream().filter(name -> !files.contains(name)).forEach(files::add);
        return files.stream().map(Shell::quote).collect(Collectors.joining(" "));
    }

    private List<String> prepared() {
        List<String> lines = new ArrayList<>();
        preparation.environment.forEach((name, value) -> lines.add("export " + name + "=" + Shell.quote(value)));
        lines.addAll(preparation.prelude);
        preparation.modules.forEach(module -> lines.add("module load " + Shell.quote(module) + " || exit"));
        return lines;
    }

    private List<String> launched() {
        List<String> words = new ArrayList<>();
        preparation.launcher.forEach(word -> words.add(word.replace("{cores}", Integer.toString(cores))));
        words.addAll(command);
        return words;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
