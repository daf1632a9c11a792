package cairn.analysis.voltage;

import static cairn.analysis.phases.Published.composition;
import static cairn.analysis.phases.Published.phase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.analysis.finding.Finding;
import cairn.analysis.phases.Fingerprint;
import cairn.analysis.phases.Phase;
import cairn.analysis.phases.PhaseDiagram;
import cairn.analysis.phases.Published;
import cairn.structure.Element;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoltageCurveTest {
    private static final WorkingIon LITHIUM =
            WorkingIon.of(Element.ofSymbol("Li").orElseThrow()).orElseThrow();

    private final PhaseDiagram published = PhaseDiagram.of(Published.lithiumSilicon());

    /// Voltages that the authors' energies give to 1 mV; the steps are at the phases.
    @Test
    void the_hull_of_published_energies_gives_the_published_staircase() {
        VoltageCurve curve =
                VoltageCurve.ofHull(published, composition("Si"), LITHIUM).orElseThrow();

        assertThat(curve.plateaus())
                .extracting(Plateau::voltageV)
                .satisfiesExactly(
                        v -> assertThat(v).isCloseTo(0.411, within(1e-3)),
                        v -> assertThat(v).isCloseTo(0.405, within(1e-3)),
                        v -> assertThat(v).isCloseTo(0.291, within(1e-3)),
                        v -> assertThat(v).isCloseTo(0.228, within(1e-3)),
                        v -> assertThat(v).isCloseTo(0.127, within(1e-3)));
        assertThat(curve.plateaus())
                .extracting(Plateau::last)
                .containsExactly("LiSi", "Li12Si7", "Li7Si3", "Li13Si4", "Li15Si4");
        assertThat(curve.plateaus().getLast().to()).isCloseTo(3.75, within(1e-9));
        assertThat(VoltageFindings.of(curve)).isEmpty();
    }

    /// Mean of a staircase: the energy of its last phase, -0.2427 * 19 / 15 per Li.
    @Test
    void the_mean_voltage_is_that_of_one_step_over_all() {
        VoltageCurve curve =
                VoltageCurve.ofHull(published, composition("Si"), LITHIUM).orElseThrow();

        assertThat(curve.meanVoltageV()).isCloseTo(0.2427 * 19 / 15, within(1e-9));
    }

    @Test
    void a_path_skips_phases_that_the_hull_has() {
        VoltageCurve curve =
                VoltageCurve.ofPath(published, List.of(phase("Si", 0), phase("Li15Si4", -0.2427)), LITHIUM);

        assertThat(curve.plateaus()).singleElement().satisfies(step -> {
            assertThat(step.to()).isEqualTo(3.75);
            assertThat(step.voltageV()).isCloseTo(0.2427 * 19 / 15, within(1e-9));
        });
    }

    @Test
    void a_path_over_a_phase_above_the_hull_rises_and_says_so() {
        Phase high = phase("Li2Si", -0.15);
        List<Phase> path = List.of(phase("Si", 0), high, phase("Li15Si4", -0.2427));
        VoltageCurve curve = VoltageCurve.ofPath(published, path, LITHIUM);

        assertThat(VoltageFindings.of(curve)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("W20");
            assertThat(finding.what()).contains("0.225 V", "Li2Si");
        });
    }

    @Test
    void a_path_over_a_phase_that_does_not_form_has_a_negative_step() {
        VoltageCurve curve = VoltageCurve.ofPath(published, List.of(phase("Si", 0), phase("LiSi", 0.1)), LITHIUM);

        assertThat(VoltageFindings.of(curve))
                .extracting(Finding::what)
                .singleElement()
                .asString()
                .contains("-0.200 V");
    }

    @Test
    void a_path_that_goes_back_or_to_another_host_is_refused() {
        List<Phase> path = List.of(phase("Li15Si4", -0.2), phase("LiSi", -0.2));
        Phase other = new Phase("LiC6", composition("LiC6"), -1, Published.PBE);

        assertThat(VoltageCurve.objections(path, LITHIUM))
                .containsExactly("The path goes from Li15Si4 to LiSi, which holds no more Li.");
        assertThat(VoltageCurve.objections(List.of(phase("Si", 0), other), LITHIUM))
                .containsExactly("LiC6 is no compound of Si and Li.");
        assertThat(VoltageCurve.objections(List.of(other), LITHIUM))
                .containsExactly("A path needs at least two phases.");
    }

    /// Mg2Si takes up Li: first 2 Li + Mg2Si -> Li2MgSi + Mg, here of energies made up so that each step is known:
    /// Mg2Si -0.6 eV, Li2MgSi -1.4 eV per formula unit; (1.4 - 0.6) / 2 = 0.4 V.
    @Test
    void a_host_of_two_elements_steps_where_its_products_change() {
        List<Phase> phases =
                List.of(made("Li", 0), made("Mg", 0), made("Si", 0), made("Mg2Si", -0.6), made("MgLi2Si", -1.4));
        VoltageCurve curve = VoltageCurve.ofHull(PhaseDiagram.of(phases), composition("Mg2Si"), LITHIUM)
                .orElseThrow();

        assertThat(curve.plateaus()).singleElement().satisfies(step -> {
            assertThat(step.voltageV()).isCloseTo(0.4, within(1e-9));
            assertThat(step.to()).isCloseTo(2, within(1e-8));
            assertThat(step.first()).isEqualTo("Mg2Si");
            assertThat(step.last()).isEqualTo("Mg + MgLi2Si");
        });
    }

    /// Mg carries two charges: half the voltage of the same energy per ion.
    @Test
    void an_ion_of_two_charges_gives_half_the_voltage() {
        WorkingIon magnesium =
                WorkingIon.of(Element.ofSymbol("Mg").orElseThrow()).orElseThrow();
        List<Phase> phases = List.of(made("Mg", 0), made("Si", 0), made("Mg2Si", -0.6));

        VoltageCurve curve = VoltageCurve.ofHull(PhaseDiagram.of(phases), composition("Si"), magnesium)
                .orElseThrow();

        assertThat(curve.plateaus())
                .singleElement()
                .satisfies(step -> assertThat(step.voltageV()).isCloseTo(0.15, within(1e-9)));
    }

    @Test
    void a_host_that_no_phase_takes_ions_into_has_no_curve() {
        List<Phase> phases = List.of(made("Li", 0), made("Si", 0), made("LiSi", 0.1));

        assertThat(VoltageCurve.ofHull(PhaseDiagram.of(phases), composition("Si"), LITHIUM))
                .isEmpty();
    }

    private static Phase made(String formula, double energyEv) {
        return new Phase(formula, composition(formula), energyEv, new Fingerprint("made up"));
    }
}
