package cairn.codes.output.xyz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.output.Output;
import cairn.codes.output.Resources;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Verdict;
import cairn.structure.Stress;
import cairn.structure.format.FormatException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XyzOutputTest {
    private static final String FRAME = Resources.text(XyzOutputTest.class, "ar.extxyz");
    private static final String TEXT = FRAME + FRAME.replace("energy=-0.29", "energy=-0.28") + FRAME;

    @TempDir
    private Path folder;

    private Output read(String text) {
        return new XyzOutput().read(Resources.write(folder.resolve("x.xyz"), text), _ -> {});
    }

    /// ASE 3.22.1 computed these.
    @Test
    void the_last_frame_has_energy_forces_and_stress() {
        Output output = read(TEXT);
        assertThat(output.verdict()).isEqualTo(new Verdict.Complete());
        assertThat(output.steps()).isEqualTo(3);
        Step step = Resources.last(output);
        assertThat(step.energies().free()).isEqualTo(-0.29128804327309427);
        assertThat(step.forces())
                .isInstanceOfSatisfying(
                        SaidForces.Given.class,
                        given -> assertThat(given.forces().z(3)).isEqualTo(-0.15906627));
        assertThat(step.stress())
                .isInstanceOfSatisfying(
                        Stress.Tensor.class, stress -> assertThat(stress.xz()).isCloseTo(0.00086811, within(1e-8)));
    }

    @Test
    void a_frame_that_was_cut_is_no_step() {
        int third = TEXT.lastIndexOf("4\nLattice");
        for (int at = third + 1; at < TEXT.length(); at++) {
            Output output = read(TEXT.substring(0, at));
            assertThat(output.steps()).isEqualTo(2);
            assertThat(output.verdict()).isInstanceOf(Verdict.Truncated.class);
        }
    }

    @Test
    void frames_without_energy_are_structures_only() {
        Output output = read(TEXT.replaceAll(" energy=\\S+", ""));
        assertThat(output.steps()).isZero();
        assertThat(output.verdict()).isInstanceOf(Verdict.Unconverged.class);
    }

    @Test
    void what_is_no_frame_is_told_with_its_place() {
        assertThatThrownBy(() -> read(TEXT + "garbage\n"))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("x.xyz:19");
    }
}
