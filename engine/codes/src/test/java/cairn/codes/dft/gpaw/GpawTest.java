package cairn.codes.dft.gpaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.Code;
import cairn.codes.EngineFailure;
import cairn.codes.ForceEngine;
import cairn.codes.catalogue.Codes;
import cairn.codes.dft.Crystals;
import cairn.codes.dft.Installed;
import cairn.codes.dft.ParsedByAse;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against the real GPAW: Si2 with plane waves to 200 eV on a mesh of 2x2x2.
@Tag("slow")
class GpawTest {
    private static final Structure SILICON = Crystals.silicon(5.43, 0.05);

    @TempDir
    private Path folder;

    @BeforeEach
    void needs() {
        Installed.program("gpaw", "gpaw");
        Installed.file("/usr/share/gpaw-setups", "gpaw-data");
    }

    private static Code code(int iterations) {
        return Codes.of("""
                {"use":"gpaw","functional":"PBE","cutoff_ev":200.0,"k_points":{"mesh":[2,2,2]},
                 "smearing":"gaussian","smearing_width_ev":0.1,"scf_convergence_ev":1e-5,"scf_iterations":%d}""".formatted(iterations)).orElseThrow();
    }

    @Test
    void energies_and_forces_are_those_in_the_output_of_gpaw() throws Exception {
        Evaluation evaluation;
        try (ForceEngine engine = code(100).open(folder)) {
            evaluation = engine.evaluate(SILICON);
            assertThat(engine.version()).startsWith("GPAW 22.");
        }

        assertThat(evaluation.energyEv()).isCloseTo(printed("Free energy:"), within(0.51e-6));
        Forces forces = ParsedByAse.forces(folder.resolve("gpaw.txt"), "gpaw-out");
        for (int i = 0; i < 6; i++) {
            // GPAW prints five decimals.
            assertThat(evaluation.forces().toArray()[i]).isCloseTo(forces.toArray()[i], within(0.51e-5));
        }
    }

    private double printed(String label) throws IOException {
        List<String> lines = Files.readString(folder.resolve("gpaw.txt"))
                .lines()
                .filter(line -> line.startsWith(label))
                .toList();
        return Double.parseDouble(lines.getLast().substring(label.length()).strip());
    }

    @Test
    void an_scf_that_does_not_converge_gives_no_energy() {
        try (ForceEngine engine = code(2).open(folder)) {
            assertThatThrownBy(() -> engine.evaluate(SILICON))
                    .isInstanceOfSatisfying(
                            EngineFailure.class,
                            failure -> assertThat(failure.error().signature()).isEqualTo("gpaw/scf-not-converged"));
        }
    }
}
