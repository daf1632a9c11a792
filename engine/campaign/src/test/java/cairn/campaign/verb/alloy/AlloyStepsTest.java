package cairn.campaign.verb.alloy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.analysis.voltage.WorkingIon;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Next;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.structure.Composition;
import cairn.structure.Element;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Hull and voltage, asked as the driver asks them. Energies are those of Oviedo et al., J. Phys. Chem. A 127, 2637
/// (2023): formation energies per atom on total energies of the elements of the same set.
class AlloyStepsTest {
    private static final StepId HULL = new StepId("hull");
    private static final WorkingIon LITHIUM =
            WorkingIon.of(Element.ofSymbol("Li").orElseThrow()).orElseThrow();

    @Test
    void a_hull_waits_for_all_that_it_gathers() {
        assertThat(new HullStep(HULL, published().ids()).dependencies()).hasSize(7);
    }

    @Test
    void a_hull_tells_formation_energies_and_what_is_stable() {
        JsonNode result = done(published()).result();

        assertThat(result.required("stable").stringValue())
                .isEqualTo("Si, Li, LiSi, Li12Si7, Li7Si3, Li13Si4, Li15Si4");
        JsonNode compound = result.required("phases").get(3);
        assertThat(compound.required("formula").stringValue()).isEqualTo("Li12Si7");
        assertThat(compound.required("formation_energy_ev_per_atom").doubleValue())
                .isCloseTo(-0.2582, within(1e-9));
        assertThat(compound.required("energy_above_hull_ev_per_atom").doubleValue())
                .isZero();
    }

    @Test
    void a_hull_says_which_phases_it_lacks() {
        assertThat(done(published())
                        .result()
                        .required("findings")
                        .valueStream()
                        .map(finding -> finding.required("code").stringValue()))
                .containsExactly("W24", "W21");
    }

    @Test
    void energies_of_two_kinds_are_refused_and_both_are_named() {
        Failure failure = failed(published().with("Li17Si4", -60, "qe PBE at 30 Ry", 2.4));

        assertThat(failure.signature()).isEqualTo("hull/e1");
        assertThat(failure.message())
                .contains("relaxed[phase=Si] (Si) with qe PBE at 60 Ry, version 7.3")
                .contains("relaxed[phase=Li17Si4] (Li17Si4) with qe PBE at 30 Ry, version 7.3");
    }

    @Test
    void a_hull_without_an_element_says_which() {
        Failure failure = failed(new Relaxed().with("Si", -5).with("LiSi", -8));

        assertThat(failure.signature()).isEqualTo("hull/e6");
        assertThat(failure.message()).startsWith("There is no reference for Li");
    }

    @Test
    void lone_atoms_are_no_reference() {
        Relaxed results = new Relaxed().with("Si", -5).with("LiSi", -8).with("Li", -0.3, "qe PBE at 60 Ry", 10);

        Failure failure = failed(results);
        assertThat(failure.signature()).isEqualTo("hull/e6");
        assertThat(failure.message()).contains("The reference of Li is of lone atoms", "10.00 Angstrom");
    }

    @Test
    void an_energy_of_half_a_cell_is_no_formation_energy() {
        Failure failure = failed(published().with("Li21Si5", -33));

        assertThat(failure.signature()).isEqualTo("hull/e8");
        assertThat(failure.message()).contains("Li21Si5", "above that of its elements");
    }

    @Test
    void voltages_of_published_energies_are_those_that_are_published() {
        JsonNode result = voltage(published(), List.of(), List.of());

        assertThat(voltages(result))
                .satisfiesExactly(
                        v -> assertThat(v).isCloseTo(0.411, within(1e-3)),
                        v -> assertThat(v).isCloseTo(0.405, within(1e-3)),
                        v -> assertThat(v).isCloseTo(0.291, within(1e-3)),
                        v -> assertThat(v).isCloseTo(0.228, within(1e-3)),
                        v -> assertThat(v).isCloseTo(0.127, within(1e-3)));
        assertThat(result.required("capacity_mah_per_g").doubleValue()).isCloseTo(3578.6, within(0.1));
    }

    @Test
    void a_forced_path_has_its_own_steps_and_volumes_are_ratio_and_percent() {
        JsonNode result = voltage(published(), List.of("Si", "Li15Si4"), List.of());

        assertThat(voltages(result.required("path")))
                .singleElement()
                .satisfies(v -> assertThat(v).isCloseTo(0.2427 * 19 / 15, within(1e-9)));
        JsonNode full = result.required("phases").get(5);
        double ratio = full.required("volume_ratio").doubleValue();
        assertThat(full.required("volume_change_percent").doubleValue()).isCloseTo(100 * (ratio - 1), within(1e-9));
        assertThat(ratio).isCloseTo(19.0 / 4, within(1e-9));
    }

    @Test
    void measured_plateaus_are_shown_beside_and_a_finding_says_so() {
        Measured measured = new Measured("Wen 1981", 415, List.of(new Measured.Step(0, 1.71, 0.332)));

        assertThat(voltage(published(), List.of(), List.of(measured))
                        .required("findings")
                        .valueStream())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.required("code").stringValue()).isEqualTo("W22");
                    assertThat(finding.required("sentence").stringValue()).contains("415 degrees Celsius", "0 K");
                });
    }

    @Test
    void a_host_that_takes_nothing_up_is_said_to() {
        Relaxed results = new Relaxed().with("Si", -5).with("Li", -1.9).with("Li3Si", -9);

        assertThat(next(results, List.of(), List.of()))
                .isInstanceOfSatisfying(
                        Next.Failed.class,
                        failed -> assertThat(failed.failure().signature()).isEqualTo("voltage/no-uptake"));
    }

    /// -1.8969 and -5.3985 eV per atom for the elements.
    private static Relaxed published() {
        return new Relaxed()
                .with("Si", -5.3985)
                .with("Li", -1.8969)
                .with("LiSi", -7.2954 - 2 * 0.2057)
                .with("Li12Si7", -12 * 1.8969 - 7 * 5.3985 - 19 * 0.2582)
                .with("Li7Si3", -7 * 1.8969 - 3 * 5.3985 - 10 * 0.2643)
                .with("Li13Si4", -13 * 1.8969 - 4 * 5.3985 - 17 * 0.2564)
                .with("Li15Si4", -15 * 1.8969 - 4 * 5.3985 - 19 * 0.2427);
    }

    private static Next asked(Relaxed results) {
        return new HullStep(HULL, results.ids()).next(results);
    }

    private static StepResult done(Relaxed results) {
        assertThat(asked(results)).isInstanceOf(Next.Done.class);
        return ((Next.Done) asked(results)).result();
    }

    private static Failure failed(Relaxed results) {
        assertThat(asked(results)).isInstanceOf(Next.Failed.class);
        return ((Next.Failed) asked(results)).failure();
    }

    private static Next next(Relaxed results, List<String> path, List<Measured> measured) {
        VoltagePlan plan = new VoltagePlan(
                LITHIUM,
                composition("Si"),
                path.stream().map(AlloyStepsTest::composition).toList(),
                measured);
        return new VoltageStep(new StepId("voltage"), HULL, plan).next(results.and(HULL, done(results)));
    }

    private static JsonNode voltage(Relaxed results, List<String> path, List<Measured> measured) {
        Next next = next(results, path, measured);
        assertThat(next).isInstanceOf(Next.Done.class);
        return ((Next.Done) next).result().result();
    }

    private static Stream<Double> voltages(JsonNode curve) {
        return curve.required("plateaus")
                .valueStream()
                .map(step -> step.required("voltage_v").doubleValue());
    }

    private static Composition composition(String formula) {
        return Composition.ofFormula(formula).orElseThrow();
    }
}
