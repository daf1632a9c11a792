package cairn.codes.ipi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @TempDir
    private Path folder;

    @Test
    void what_a_process_that_is_gone_left_long_ago_is_removed() throws Exception {
        Path leftover = socketOf(gone(), AN_HOUR);
        Leftovers.sweep(folder, "ipi_");
        assertThat(leftover).doesNotExist();
    }

    @Test
    void the_socket_of_a_living_process_stays_however_old() throws Exception {
        Path alive = socketOf(ProcessHandle.current().pid(), AN_HOUR);
        Leftovers.sweep(folder, "ipi_");
        assertThat(alive.resolve(IpiServer.SOCKET)).exists();
    }

    @Test
    void a_young_socket_stays_for_its_process_may_live_in_another_container() throws Exception {
        Path young = socketOf(gone(), Duration.ZERO);
        Leftovers.sweep(folder, "ipi_");
        assertThat(young.resolve(IpiServer.SOCKET)).exists();
    }

    @Test
    void names_that_are_not_ours_stay() throws IOException {
        Path foreign = aged(Files.createDirectory(folder.resolve("ipi_driver")), AN_HOUR);
        Leftovers.sweep(folder, "ipi_");
        assertThat(foreign).exists();
    }

    private static long gone() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    private Path socketOf(long process, Duration age) throws IOException {
        Path directory = Files.createDirectory(folder.resolve("ipi_" + process + "-123"));
        Files.createFile(directory.resolve(IpiServer.SOCKET));
        return aged(directory, age);
    }

    private static Path aged(Path path, Duration age) throws IOException {
        return Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(age)));
    }
}
