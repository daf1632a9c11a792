package cairn.codes.meam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.ForceEngine;
import cairn.codes.meam.ReferenceFile.Reference;
import cairn.structure.Evaluation;
import cairn.structure.Stress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against LAMMPS with the KIM model. The agreement is that of two orders of summation; the tolerances leave a
/// thousandfold for other compilers.
class MeamLammpsTest {
    private static final double ENERGY_PER_ATOM_EV = 1e-11;
    private static final double FORCE_EV_PER_ANGSTROM = 1e-9;
    private static final double STRESS_EV_PER_ANGSTROM3 = 1e-11;

    @Test
    void agrees_with_lammps_on_216_rattled_and_strained_crystals(@TempDir Path folder) {
        Lammps.assumeInstalled();
        Path crystals = Path.of(
                System.getProperty("cairn.root"),
                "engine/codes/src/test/resources/cairn/codes/meam/li-si-crystals.txt");
        List<Reference> references = ReferenceFile.references(Lammps.run(folder, "meam_reference.py", crystals));
        assertThat(references).hasSize(216);
        assertAgreement(references);
    }

    @Test
    void gives_what_lammps_gave_when_there_is_no_lammps() {
        assertAgreement(ReferenceFile.references(ReferenceFile.lines("meam-frozen.txt")));
    }

    private static void assertAgreement(List<Reference> references) {
        try (ForceEngine engine = new MeamLiSi().open(Path.of("."))) {
            references.forEach(reference -> assertAgreement(reference, engine.evaluate(reference.structure())));
        }
    }

    private static void assertAgreement(Reference reference, Evaluation ours) {
        Evaluation theirs = reference.evaluation();
        int atoms = reference.structure().count();
        assertThat(ours.energyEv() / atoms)
                .as("energy per atom of %s", reference.name())
                .isCloseTo(theirs.energyEv() / atoms, within(ENERGY_PER_ATOM_EV));
        assertThat(ours.forces().toArray())
                .as("forces of %s", reference.name())
                .containsExactly(theirs.forces().toArray(), within(FORCE_EV_PER_ANGSTROM));
        assertThat(components(ours.stress()))
                .as("stress of %s", reference.name())
                .containsExactly(components(theirs.stress()), within(STRESS_EV_PER_ANGSTROM3));
    }

    private static double[] components(Stress stress) {
        Stress.Tensor tensor = (Stress.Tensor) stress;
        return new double[] {tensor.xx(), tensor.yy(), tensor.zz(), tensor.yz(), tensor.xz(), tensor.xy()};
    }
}
