package cairn.codes.dft.cp2k;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.NativeRuns;
import cairn.codes.catalogue.Codes;
import cairn.codes.dft.Crystals;
import cairn.codes.dft.Installed;
import cairn.codes.task.Ensemble;
import cairn.codes.task.Room;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.codes.task.Task.CellMotion;
import cairn.codes.task.Task.Climbing;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The decks of all tasks, each read by the parser of the real CP2K (`cp2k.psmp --check`).
class Cp2kSyntaxTest {
    private static final Structure SILICON = Crystals.silicon(5.43, 0.05);

    static final List<Task> TASKS = List.of(
            new Task.Energy(SILICON),
            new Task.Relax(SILICON, CellMotion.FIXED, 0.02, 1, 50),
            new Task.Relax(SILICON, CellMotion.FREE, 0.02, 0.01, 50),
            new Task.Dynamics(SILICON, new Ensemble.Isolated(300), 1, 10, 5),
            new Task.Dynamics(SILICON, new Ensemble.AtTemperature(300), 1, 10, 5),
            new Task.Dynamics(SILICON, new Ensemble.AtPressure(300, 0.01), 1, 10, 5),
            band(Climbing.NEVER),
            band(Climbing.HIGHEST));

    @TempDir
    private Path folder;

    @BeforeAll
    static void needs() {
        Installed.cp2k();
    }

    private static Task band(Climbing climbing) {
        return new Task.Band(
                List.of(SILICON, Crystals.silicon(5.43, 0.1), Crystals.silicon(5.43, 0.15)), climbing, 0.1, 0.05, 50);
    }

    private static NativeRuns code() {
        return Codes.of("""
                {"use":"cp2k","functional":"PBE","cutoff_ev":2000.0,"relative_cutoff_ev":500.0,"dispersion":"d3-bj",
                 "k_points":{"mesh":[1,1,1]},"smearing":"none","scf_convergence_ev":1e-5,"scf_iterations":50,
                 "basis":"DZVP-MOLOPT-SR-GTH"}""").orElseThrow().nativeRuns().orElseThrow();
    }

    @ParameterizedTest
    @FieldSource("TASKS")
    void cp2k_can_read_the_deck(Task task) throws Exception {
        Room room = new Room(1, new Room.Time.AtMost(Duration.ofHours(1)));
        for (Map.Entry<String, String> file :
                code().deck(task, new Start.Beginning(), room).files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }

        assertThat(said("cp2k.psmp", "--check", "cp2k.inp")).contains("SUCCESS, the input could be parsed correctly");
    }

    private String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        process.waitFor();
        return said;
    }
}
