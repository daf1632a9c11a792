package cairn.codes.ase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.Code;
import cairn.codes.EngineFailure;
import cairn.codes.ForceEngine;
import cairn.codes.catalogue.Codes;
import cairn.codes.dft.Crystals;
import cairn.codes.dft.Installed;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against the real ASE.
@Tag("slow")
class AseTest {
    private static final Structure COPPER = Structure.free(
            Cell.of(3.6, 0, 0, 0.1, 3.65, 0, 0, 0.2, 3.7),
            Collections.nCopies(4, Element.ofSymbol("Cu").orElseThrow()),
            Positions.of(0, 0, 0.05, 0, 1.8, 1.8, 1.8, 0, 1.8, 1.8, 1.8, 0));

    private static final String DIRECTLY = """
            from ase import Atoms
            from ase.calculators.emt import EMT
            atoms = Atoms('Cu4', cell=[[3.6, 0, 0], [0.1, 3.65, 0], [0, 0.2, 3.7]], pbc=True,
                          positions=[[0, 0, 0.05], [0, 1.8, 1.8], [1.8, 0, 1.8], [1.8, 1.8, 0]], calculator=EMT())
            print(atoms.get_potential_energy(), *atoms.get_forces().flatten(), *atoms.get_stress())
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void needs() {
        Installed.file("/usr/lib/python3/dist-packages/ase", "python3-ase");
    }

    private static Code code(String own) {
        return Codes.of("{\"use\":\"ase\",\"ase\":" + own + "}").orElseThrow();
    }

    @Test
    void energy_forces_and_stress_are_those_of_the_calculator() throws Exception {
        double[] directly = directly();

        try (ForceEngine engine = code("{\"calculator\":\"emt\"}").open(folder)) {
            Evaluation evaluation = engine.evaluate(COPPER);

            assertThat(evaluation.energyEv()).isCloseTo(directly[0], within(1e-12));
            for (int i = 0; i < 12; i++) {
                assertThat(evaluation.forces().toArray()[i]).isCloseTo(directly[1 + i], within(1e-12));
            }
            assertThat(evaluation.stress()).isInstanceOfSatisfying(Stress.Tensor.class, stress -> {
                assertThat(stress.xx()).isCloseTo(directly[13], within(1e-12));
                assertThat(stress.yz()).isCloseTo(directly[16], within(1e-12));
                assertThat(stress.xz()).isCloseTo(directly[17], within(1e-12));
                assertThat(stress.xy()).isCloseTo(directly[18], within(1e-12));
            });
            assertThat(engine.version()).startsWith("emt of ase 3.");
        }
    }

    private static double[] directly() throws IOException, InterruptedException {
        Process python = new ProcessBuilder("/usr/bin/python3", "-c", DIRECTLY)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).isZero();
        return Arrays.stream(text.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void arguments_reach_the_calculator() {
        Code pairs = code("{\"calculator\":\"ase.calculators.lj.LennardJones\","
                + "\"arguments\":{\"epsilon\":2.0,\"sigma\":3.0,\"rc\":6.0}}");
        Code half = code("{\"calculator\":\"lj\",\"arguments\":{\"epsilon\":1.0,\"sigma\":3.0,\"rc\":6.0}}");

        try (ForceEngine one = pairs.open(folder.resolve("one"));
                ForceEngine other = half.open(folder.resolve("other"))) {
            assertThat(one.evaluate(COPPER).energyEv())
                    .isCloseTo(2 * other.evaluate(COPPER).energyEv(), within(1e-8));
        }
    }

    @Test
    void what_python_raises_is_the_failure() {
        try (ForceEngine engine = code("{\"calculator\":\"emt\"}").open(folder)) {
            assertThatThrownBy(() -> engine.evaluate(Crystals.silicon(5.43, 0)))
                    .isInstanceOfSatisfying(EngineFailure.class, failure -> {
                        assertThat(failure.error().signature()).isEqualTo("ase/error");
                        assertThat(failure.error().message()).contains("NotImplementedError: No EMT-potential for Si");
                    });
        }
    }

    @Test
    void a_module_that_is_missing_is_named() {
        try (ForceEngine engine =
                code("{\"calculator\":\"mace.calculators.mace_mp\"}").open(folder)) {
            assertThatThrownBy(() -> engine.evaluate(COPPER)).isInstanceOfSatisfying(EngineFailure.class, failure -> {
                assertThat(failure.error().signature()).isEqualTo("ase/not-installed");
                assertThat(failure.error().message()).contains("mace");
            });
        }
    }
}
