package cairn.campaign.verb.anode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.analysis.anode.Claim.Quantity;
import cairn.analysis.voltage.WorkingIon;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Next;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StructureSource;
import cairn.campaign.verb.alloy.Measured;
import cairn.campaign.verb.alloy.Relaxed;
import cairn.structure.Element;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// An anode, asked as the driver asks it. Energies are those of Oviedo et al., J. Phys. Chem. A 127, 2637 (2023).
class AnodeStepTest {
    private static final WorkingIon LITHIUM =
            WorkingIon.of(Element.ofSymbol("Li").orElseThrow()).orElseThrow();
    private static final double FORMATION = -19 * 0.2427;
    private static final Printed PRINTED = new Printed("a table", 3.75, Map.of(Quantity.POTENTIAL, 0.9));
    private static final Measured AT_25 = new Measured("a paper", 25, List.of(new Measured.Step(0, 3.75, 0.85)));

    private static Relaxed published() {
        return new Relaxed()
                .with("Si", -5.3985)
                .with("Li", -1.8969)
                .with("Li15Si4", 15 * -1.8969 + 4 * -5.3985 + FORMATION);
    }

    private static StepId relaxed(String formula) {
        return new StepId("relaxed[phase=" + formula + "]");
    }

    private static AnodeStep step(List<StepId> energies, List<Measured> measured) {
        return new AnodeStep(
                new StepId("anode"),
                new AnodePlan(
                        LITHIUM,
                        new StructureSource.OfStep(relaxed("Si")),
                        List.of(new StructureSource.OfStep(relaxed("Li15Si4"))),
                        energies,
                        List.of(PRINTED),
                        measured));
    }

    private static JsonNode done(Relaxed results, List<StepId> energies, List<Measured> measured) {
        Next next = step(energies, measured).next(results);
        assertThat(next).isInstanceOf(Next.Done.class);
        return ((Next.Done) next).result().result();
    }

    private static Failure failed(Relaxed results, List<StepId> energies) {
        Next next = step(energies, List.of()).next(results);
        assertThat(next).isInstanceOf(Next.Failed.class);
        return ((Next.Failed) next).failure();
    }

    private static Stream<String> sentences(JsonNode result) {
        return result.required("findings")
                .valueStream()
                .map(finding -> finding.required("sentence").stringValue());
    }

    @Test
    void it_waits_for_crystals_and_energies() {
        assertThat(step(List.of(relaxed("Li")), List.of()).dependencies())
                .containsExactlyInAnyOrder(relaxed("Li"), relaxed("Li15Si4"), relaxed("Si"));
    }

    @Test
    void the_mean_voltage_follows_from_energies_and_is_held_against_the_printed_one() {
        Relaxed results = published();

        JsonNode result = done(results, results.ids(), List.of());

        assertThat(result.required("mean_voltage_v").doubleValue()).isCloseTo(-FORMATION / 15, within(1e-9));
        assertThat(sentences(result)).singleElement().asString().contains("0.9 V is printed, and 0.307 V follows");
    }

    @Test
    void a_voltage_that_was_measured_needs_no_energies() {
        JsonNode result = done(published(), List.of(), List.of(AT_25));

        assertThat(result.has("mean_voltage_v")).isFalse();
        assertThat(result.required("measured").required("mean_voltage_v").doubleValue())
                .isEqualTo(0.85);
        assertThat(sentences(result)).isEmpty();
    }

    @Test
    void what_was_measured_at_room_temperature_counts_more_than_what_is_computed() {
        Relaxed results = published();

        assertThat(sentences(done(results, results.ids(), List.of(AT_25)))).isEmpty();
    }

    @Test
    void energies_of_two_kinds_are_refused_and_both_are_named() {
        Relaxed results = published().with("Li", -1.9, "qe PBE at 30 Ry", 2.4);

        Failure failure = failed(results, results.ids());

        assertThat(failure.signature()).isEqualTo("anode/e1");
        assertThat(failure.message())
                .contains("relaxed[phase=Si] (Si) with qe PBE at 60 Ry, version 7.3")
                .contains("relaxed[phase=Li] (Li) with qe PBE at 30 Ry, version 7.3");
    }

    @Test
    void energies_without_that_of_the_metal_say_so() {
        Failure failure = failed(published(), List.of(relaxed("Si"), relaxed("Li15Si4")));

        assertThat(failure.signature()).isEqualTo("anode/no-energy");
        assertThat(failure.message()).contains("energy of Li.");
    }
}
