package cairn.codes.dft.cp2k;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.Code;
import cairn.codes.EngineFailure;
import cairn.codes.ForceEngine;
import cairn.codes.catalogue.Codes;
import cairn.codes.dft.Installed;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against the real CP2K: H2 in a small box.
@Tag("slow")
class Cp2kTest {
    private static final Structure HYDROGEN = Structure.free(
            Cell.orthorhombic(4, 4, 4),
            Collections.nCopies(2, Element.ofSymbol("H").orElseThrow()),
            Positions.of(1.6, 2, 2, 2.4, 2.1, 2));

    /// What CP2K 2023.1 takes for a Hartree and a Bohr.
    private static final double EV_PER_HARTREE = 27.2113838565563;

    private static final double ANGSTROM_PER_BOHR = 0.52917720859;

    @TempDir
    private Path folder;

    @BeforeEach
    void needs() {
        Installed.cp2k();
    }

    private static Code code(int iterations, String own) {
        return Codes.of("""
                {"use":"cp2k","functional":"PBE","cutoff_ev":2000.0,"relative_cutoff_ev":500.0,
                 "k_points":{"mesh":[1,1,1]},"smearing":"none","scf_convergence_ev":1e-5,"scf_iterations":%d,
                 "basis":"DZVP-MOLOPT-SR-GTH"%s}""".formatted(iterations, own)).orElseThrow();
    }

    @Test
    void energies_and_forces_are_those_in_the_output_of_cp2k() throws IOException {
        Evaluation evaluation;
        try (ForceEngine engine = code(50, "").open(folder)) {
            engine.evaluate(HYDROGEN.withPositions(Positions.of(1.7, 2, 2, 2.4, 2.1, 2)));
            evaluation = engine.evaluate(HYDROGEN);
            assertThat(engine.version()).startsWith("2023.");
        }

        List<String> lines = Files.readString(folder.resolve("screen")).lines().toList();
        String energy = lines.stream()
                .filter(line -> line.contains("ENERGY| Total FORCE_EVAL"))
                .toList()
                .getLast();
        assertThat(evaluation.energyEv() / EV_PER_HARTREE)
                .isCloseTo(Double.parseDouble(energy.substring(energy.indexOf(']') + 2)), within(1e-14));
        double[] printed = printedForces(lines);
        for (int i = 0; i < 6; i++) {
            // Eight decimals are printed.
            assertThat(evaluation.forces().toArray()[i] * ANGSTROM_PER_BOHR / EV_PER_HARTREE)
                    .isCloseTo(printed[i], within(0.51e-8));
        }
    }

    /// The last two of `number kind element x y z`.
    private static double[] printedForces(List<String> lines) {
        List<String> atoms = lines.stream()
                .filter(line -> line.strip().matches("\\d+\\s+\\d+\\s+H(\\s+-?\\d+\\.\\d+){3}"))
                .toList();
        return atoms.subList(atoms.size() - 2, atoms.size()).stream()
                .flatMap(line -> Arrays.stream(line.strip().split("\\s+")).skip(3))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void an_scf_that_does_not_converge_gives_no_energy() {
        try (ForceEngine engine = code(2, "").open(folder)) {
            assertThatThrownBy(() -> engine.evaluate(HYDROGEN)).isInstanceOfSatisfying(EngineFailure.class, failure -> {
                assertThat(failure.error().signature()).isEqualTo("cp2k/scf-not-converged");
                assertThat(failure.error().message()).isEqualTo("cp2k.psmp says: SCF run NOT converged");
            });
        }
    }

    @Test
    void a_keyword_that_cp2k_does_not_know_is_the_failure() {
        Code wrong = code(50, ",\"cp2k\":{\"force_eval\":{\"dft\":{\"scf\":{\"eps_scff\":1e-5}}}}");
        try (ForceEngine engine = wrong.open(folder)) {
            assertThatThrownBy(() -> engine.evaluate(HYDROGEN)).isInstanceOfSatisfying(EngineFailure.class, failure -> {
                assertThat(failure.error().signature()).isEqualTo("cp2k/unknown-keyword");
                assertThat(failure.error().message()).contains("unknown keyword EPS_SCFF in section SCF");
            });
        }
    }

    @Test
    void own_words_replace_those_of_the_template() {
        Section input = Section.parse("&DFT\n  CHARGE 0\n  &SCF\n    EPS_SCF 1\n  &END SCF\n&END DFT\n");

        input.put(tools.jackson.databind.json.JsonMapper.shared()
                .readTree("{\"dft\":{\"charge\":1,\"scf\":{\"max_scf\":5,\"mixing\":{\"alpha\":0.1}}}}"));

        assertThat(input.text()).isEqualTo("""
                &DFT
                  CHARGE 1
                  &SCF
                    MAX_SCF 5
                    EPS_SCF 1
                    &MIXING
                      ALPHA 0.1
                    &END MIXING
                  &END SCF
                &END DFT
                """);
    }
}
