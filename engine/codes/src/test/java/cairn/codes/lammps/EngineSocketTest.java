package cairn.codes.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.codes.EngineFailure;
import cairn.codes.ForceEngine;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an engine leaves of its socket, with the command `lmp`, whose input names it.
class EngineSocketTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void lammpsIsThere() {
        Silicon.needsLammps();
    }

    private ForceEngine open() {
        return LammpsEngine.of(folder, KimModel.CUI_2012_LI_SI, List.of(new Way.Command()));
    }

    @Test
    void a_running_engine_has_no_socket_that_a_killed_job_could_leave() throws IOException {
        try (ForceEngine engine = open()) {
            engine.evaluate(Silicon.crystal(1));
            assertThat(Children.in(folder)).hasSize(1);
            assertNoSocket();
        }
    }

    @Test
    void an_engine_that_cannot_start_leaves_no_socket() throws IOException {
        Structure titanium = Structure.free(
                Cell.orthorhombic(9, 9, 9), List.of(Element.ofSymbol("Ti").orElseThrow()), Positions.of(0, 0, 0));
        try (ForceEngine engine = open()) {
            assertThatThrownBy(() -> engine.evaluate(titanium)).isInstanceOf(EngineFailure.class);
        }
        assertNoSocket();
    }

    private void assertNoSocket() throws IOException {
        String socket = Files.readString(folder.resolve("engine.in"))
                .lines()
                .filter(line -> line.startsWith("fix cairn all ipi "))
                .findFirst()
                .orElseThrow()
                .split(" ")[4];
        assertThat(Path.of("/tmp", "ipi_" + socket)).doesNotExist();
        assertThat(Path.of("/tmp", "ipi_" + socket).getParent()).doesNotExist();
    }
}
