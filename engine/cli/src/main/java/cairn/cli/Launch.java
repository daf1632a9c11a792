package cairn.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a job starts Java again, as this process was started: the same JDK and class files, without the launcher,
/// which might otherwise build on a compute node.
public record Launch(Path java, String classPath, Path home, Path startupCache) {
    /// Set by the launcher: the folder of Cairn, and the cache that makes the JVM start fast.
    private static final String HOME = "cairn.home";

    private static final String CACHE = "cairn.aot";

    /// The launch of the running JVM.
    public static Launch ofThisProcess() {
        return new Launch(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                absolute(System.getProperty("java.class.path")),
                Path.of(System.getProperty(HOME, "")).toAbsolutePath(),
                Path.of(System.getProperty(CACHE, "")));
    }

    /// The argv to which a job adds its command. Jobs get the full compiler, and one collector thread: they own the
    /// cores they asked for and no more.
    public List<String> cairn() {
        var argv = new ArrayList<>(List.of(java.toString(), "--enable-native-access=ALL-UNNAMED"));
        argv.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData"));
        cacheOption().ifPresent(argv::add);
        argv.addAll(List.of("-Xlog:disable", "-D" + HOME + "=" + home));
        argv.addAll(List.of("-cp", classPath, Main.class.getName()));
        return List.copyOf(argv);
    }

    private Optional<String> cacheOption() {
        return Files.isRegularFile(startupCache) ? Optional.of("-XX:AOTCache=" + startupCache) : Optional.empty();
    }

    /// A job runs in a folder of its own, where a relative entry would mean something else.
    private static String absolute(String classPath) {
        return List.of(classPath.split(File.pathSeparator)).stream()
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((left, right) -> left + File.pathSeparator + right)
                .orElse("");
    }
}
