package cairn.analysis.phases;

import static cairn.analysis.phases.Published.phase;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.analysis.finding.Finding;
import cairn.analysis.finding.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhaseFindingsTest {
    @Test
    void a_hull_without_li17si4_is_warned_of_and_of_what_it_makes_of_li15si4() {
        List<Finding> findings = findings(Published.lithiumSilicon());

        assertThat(findings).extracting(Finding::rule).containsExactly("W24", "W21");
        assertThat(findings.getFirst().what()).contains("Li17Si4");
        assertThat(findings.getLast().what()).contains("Li15Si4", "metastable");
    }

    /// With Li17Si4 at -0.226 Li15Si4 lies above the line from Li13Si4 to it.
    @Test
    void with_its_competitors_li15si4_is_not_stable_and_nothing_is_said_of_it() {
        List<Phase> phases = new ArrayList<>(Published.lithiumSilicon());
        phases.add(phase("Li17Si4", -0.2380));
        phases.add(phase("Li21Si5", -0.2380));

        assertThat(findings(phases)).isEmpty();
    }

    @Test
    void a_known_phase_above_its_elements_blocks() {
        List<Phase> phases = new ArrayList<>(Published.lithiumSilicon());
        phases.removeIf(phase -> phase.name().equals("LiSi"));
        phases.add(phase("LiSi", 0.02));

        assertThat(findings(phases)).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("E8");
            assertThat(finding.severity()).isEqualTo(Severity.BLOCKS);
            assertThat(finding.what()).contains("LiSi", "+0.0200 eV per atom");
        });
    }

    /// An energy per formula unit taken for one per cell.
    @Test
    void a_formation_energy_that_no_compound_has_blocks() {
        List<Phase> phases = new ArrayList<>(Published.lithiumSilicon());
        phases.add(phase("Li3Si", 8.1));

        assertThat(findings(phases))
                .anySatisfy(finding -> assertThat(finding.what()).contains("Li3Si", "8.100 eV per atom"));
    }

    private static List<Finding> findings(List<Phase> phases) {
        return PhaseFindings.of(PhaseDiagram.of(phases));
    }
}
