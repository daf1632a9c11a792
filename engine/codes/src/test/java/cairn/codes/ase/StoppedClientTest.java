package cairn.codes.ase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.client.ClientEngine;
import cairn.codes.client.Patience;
import cairn.codes.dft.Installed;
import cairn.codes.dft.Programs;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A client that is stopped, and so neither answers nor ends.
@Tag("slow")
class StoppedClientTest {
    private static final Structure COPPER = Structure.free(
            Cell.orthorhombic(3.6, 3.6, 3.6),
            Collections.nCopies(4, Element.ofSymbol("Cu").orElseThrow()),
            Positions.of(0, 0, 0.05, 0, 1.8, 1.8, 1.8, 0, 1.8, 1.8, 1.8, 0));

    @TempDir
    private Path folder;

    @Test
    void a_client_that_hangs_is_ended_and_another_one_gives_the_answer() throws IOException, InterruptedException {
        Installed.file("/usr/lib/python3/dist-packages/ase", "python3-ase");
        AseClient emt = new AseClient(
                Ase.NAME,
                "ase",
                "ase/calculator.py",
                AseClient.Kept.IN_ANY_CELL,
                _ -> JsonMapper.shared()
                        .createObjectNode()
                        .put("calculator", "emt")
                        .set("arguments", JsonMapper.shared().createObjectNode()));
        Patience patience = Patience.of(Duration.ofMinutes(2), Duration.ofSeconds(5));
        try (ClientEngine engine = ClientEngine.of(emt, folder, 1, patience)) {
            double first = engine.evaluate(COPPER).energyEv();
            ProcessHandle stopped = client().orElseThrow();
            assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(stopped.pid()))
                            .start()
                            .waitFor())
                    .isZero();

            assertThat(engine.evaluate(COPPER).energyEv()).isCloseTo(first, within(1e-12));
            assertThat(client().orElseThrow().pid()).isNotEqualTo(stopped.pid());
            assertThat(stopped.onExit()).succeedsWithin(Duration.ofMinutes(1));
        }
    }

    private Optional<ProcessHandle> client() {
        return Programs.in(folder)
                .filter(process -> Arrays.asList(process.info().arguments().orElse(new String[0]))
                        .contains("driver.py"))
                .findFirst();
    }
}
