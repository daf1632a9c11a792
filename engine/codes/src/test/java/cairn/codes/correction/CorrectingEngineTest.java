package cairn.codes.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.Code;
import cairn.codes.CodeSpec;
import cairn.codes.EngineFailure;
import cairn.codes.catalogue.Codes;
import cairn.codes.dft.Crystals;
import cairn.codes.dft.Installed;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Failures of the real pw.x, and what becomes of them.
@Tag("slow")
class CorrectingEngineTest {
    private static final Structure SILICON = Crystals.silicon(5.43, 0.05);

    private final List<Remedy> told = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void needs() {
        Installed.program("pw.x", "quantum-espresso");
        Installed.file("/usr/share/espresso/pseudo/Si.pbe-rrkj.UPF", "quantum-espresso-data");
    }

    /// Si2 at 20 Ry on a mesh of 2x2x2.
    private static Code silicon(int iterations, String more) {
        return Codes.of("""
                {"use":"qe","functional":"PBE","cutoff_ev":272.11386245988,"k_points":{"mesh":[2,2,2]},"smearing":"none",
                 "scf_convergence_ev":1e-8,"scf_iterations":%d,
                 "pseudopotentials":{"Si":"/usr/share/espresso/pseudo/Si.pbe-rrkj.UPF"}%s}""".formatted(iterations, more)).orElseThrow();
    }

    private CorrectingEngine open(Code code, List<Remedy> earlier) {
        Treatment treatment =
                Treatment.of(Handlers.of(code.name()), CodeSpec.settings(code.spec()), earlier, told::add);
        return CorrectingEngine.open(
                treatment,
                settings -> Codes.of(CodeSpec.of(code.name(), settings))
                        .orElseThrow()
                        .open(folder));
    }

    private double energy(Code code) {
        try (CorrectingEngine engine = open(code, List.of())) {
            return engine.evaluate(SILICON, "image 3").energyEv();
        }
    }

    @Test
    void an_scf_that_numerics_mend_gives_the_energy_that_the_settings_ask_for() {
        double undisturbed = energy(silicon(50, ""));
        assertThat(told).isEmpty();

        assertThat(energy(silicon(2, ""))).isCloseTo(undisturbed, within(1e-7));
        assertThat(told)
                .extracting(Remedy::sentence)
                .containsExactly("The SCF of image 3 did not converge: mixing_beta lowered from 0.7 to 0.3,"
                        + " the SCF's iterations raised from 2 to 150 (numerics only)");
    }

    @Test
    void it_stays_with_what_helped() {
        try (CorrectingEngine engine = open(silicon(2, ""), List.of())) {
            engine.evaluate(SILICON, "image 1");
            engine.evaluate(Crystals.silicon(5.43, 0.1), "image 2");
        }
        assertThat(told).hasSize(1);
    }

    @Test
    void a_later_attempt_begins_with_what_was_corrected_before() {
        energy(silicon(2, ""));
        List<Remedy> earlier = List.copyOf(told);

        try (CorrectingEngine engine = open(silicon(2, ""), earlier)) {
            engine.evaluate(SILICON, "image 3");
        }
        assertThat(told).isEqualTo(earlier);
    }

    /// A criterion below what double precision can tell.
    @Test
    void an_scf_that_no_numerics_mend_fails_with_all_that_was_tried() {
        String spec = silicon(2, "")
                .spec()
                .replace("1.0E-8", "1.0E-40")
                .replace("[2,2,2]", "[1,1,1]")
                .replace("272.11386245988", "80");
        Code hopeless = Codes.of(spec).orElseThrow();

        assertThatThrownBy(() -> energy(hopeless)).isInstanceOfSatisfying(EngineFailure.class, failure -> {
            assertThat(failure.error().signature()).isEqualTo("qe/scf-not-converged");
            assertThat(failure.error().message())
                    .contains("convergence NOT achieved", "Tried in vain: mixing_beta lowered from 0.7 to 0.3")
                    .endsWith("; diagonalization changed from david to cg.");
        });
        assertThat(told).extracting(Remedy::name).containsExactly("mix-less", "mix-little", "conjugate-gradients");
    }

    @Test
    void an_input_that_pw_does_not_take_fails_at_once() {
        Code wrong = silicon(50, ",\"qe\":{\"electrons\":{\"diagonalization\":\"nonsense\"}}");

        assertThatThrownBy(() -> energy(wrong)).isInstanceOfSatisfying(EngineFailure.class, failure -> {
            assertThat(failure.error().signature()).isEqualTo("qe/bad-value");
            assertThat(failure.error().message()).contains("diagonalization nonsense not implemented");
        });
        assertThat(told).isEmpty();
    }

    @Test
    void an_odd_number_of_electrons_is_no_matter_of_numerics_but_of_smearing() {
        Code charged = silicon(50, ",\"charge\":1.0");

        assertThatThrownBy(() -> energy(charged))
                .isInstanceOfSatisfying(
                        EngineFailure.class,
                        failure -> assertThat(failure.error().signature()).isEqualTo("qe/smearing-needed"));
        assertThat(told).isEmpty();
        assertThat(Handlers.physics(charged, "qe/smearing-needed"))
                .map(Remedy::name)
                .contains("smear");
    }
}
