package cairn.cli.band;

import static cairn.cli.band.Run.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.cli.band.VtstFolder.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class VtstBandTest {
    private static final Offset<Double> DIGITS = within(2e-6);
    private static final Offset<Double> AGREEMENT_EV = within(1e-4);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void whatever_the_table_of_forces_holds_the_profile_is_that_of_the_true_forces(Table table) throws IOException {
        new VtstFolder(folder, table).write();

        JsonNode band = Run.band(folder);

        assertThat(number(band, "barrier_forward_ev")).isCloseTo(VtstFolder.barrier(), DIGITS);
        assertThat(band.at("/profile/coordinates_ang/4").doubleValue()).isCloseTo(2, DIGITS);
        // A quartic between its inflections, by a cubic on half an Angstrom.
        assertThat(number(band, "barrier_forward_curve_ev")).isCloseTo(VtstFolder.BARRIER, within(1e-3));
        assertThat(band.at("/profile/slopes_ev_per_ang/1").doubleValue())
                .isCloseTo(4 * VtstFolder.BARRIER * 0.75 * 0.5, DIGITS);
        assertThat(band.at("/profile/fmax_across_ev_per_ang/1").doubleValue()).isCloseTo(VtstFolder.ACROSS, DIGITS);
        assertThat(band.at("/profile/fmax_true_ev_per_ang/1").doubleValue())
                .isCloseTo(Math.hypot(VtstFolder.ACROSS, 4 * VtstFolder.BARRIER * 0.75 * 0.5), DIGITS);
        assertThat(band.at("/convergence/saddle").asString()).isEqualTo("yes");
        assertThat(band.required("missing")).isEmpty();
    }

    @Test
    void the_barrier_that_nebbarrier_prints_is_the_one_at_sigma_zero() throws IOException {
        VtstFolder vtst = new VtstFolder(folder, Table.TRUE_FORCES);
        vtst.write();
        vtst.writeTable();

        JsonNode band = Run.band(folder);

        assertThat(band.at("/printed/file").asString()).isEqualTo("neb.dat");
        assertThat(number(band, "barrier_forward_sigma_zero_ev"))
                .isCloseTo(band.at("/printed/barrier_forward_ev").doubleValue(), AGREEMENT_EV);
        assertThat(number(band, "barrier_forward_sigma_zero_ev")).isCloseTo(VtstFolder.barrierSigmaZero(), DIGITS);
        assertThat(band.required("warnings")).isEmpty();
    }

    @Test
    void an_endpoint_without_outcar_takes_its_energy_from_the_incar() throws IOException {
        new VtstFolder(folder, Table.TRUE_FORCES).write();
        Files.delete(folder.resolve("00/OUTCAR"));
        Files.writeString(folder.resolve("INCAR"), "LCLIMB = T; EFIRST = -10.0\n");

        JsonNode band = Run.band(folder);

        assertThat(number(band, "barrier_forward_ev")).isCloseTo(VtstFolder.barrier(), DIGITS);
        assertThat(band.at("/profile/slopes_from/0").asString()).isEqualTo("energies");
        assertThat(band.at("/missing/0/what").asString()).contains("00/OUTCAR is missing", "EFIRST");
    }

    @Test
    void an_endpoint_without_any_energy_leaves_one_barrier_unknown_and_says_what_to_do() throws IOException {
        new VtstFolder(folder, Table.TRUE_FORCES).write();
        Files.delete(folder.resolve("00/OUTCAR"));

        JsonNode band = Run.band(folder);

        assertThat(band.required("barrier_forward_ev").isNull()).isTrue();
        assertThat(number(band, "barrier_reverse_ev")).isCloseTo(VtstFolder.barrier(), DIGITS);
        assertThat(band.at("/missing/0/todo").asString()).contains("OUTCAR of the relaxed endpoint", "EFIRST");
        assertThat(Run.cairn("band", folder.toString()).out())
                .contains("barrier forward   not known: the energy of that endpoint is missing");
    }

    @Test
    void an_image_that_is_still_at_its_first_step_has_no_energy_and_is_left_out() throws IOException {
        new VtstFolder(folder, Table.TRUE_FORCES).write();
        String outcar = Files.readString(folder.resolve("01/OUTCAR"));
        Files.writeString(folder.resolve("01/OUTCAR"), outcar.substring(0, outcar.indexOf("  free  energy")));

        JsonNode band = Run.band(folder);

        assertThat(band.at("/profile/energies_ev/1").isNull()).isTrue();
        assertThat(number(band, "barrier_forward_ev")).isCloseTo(VtstFolder.barrier(), DIGITS);
        assertThat(band.at("/missing/0/what").asString()).contains("01/OUTCAR holds no whole ionic step");
    }

    @Test
    void a_step_that_was_cut_after_its_forces_does_not_count() throws IOException {
        new VtstFolder(folder, Table.TRUE_FORCES).write();
        String outcar = Files.readString(folder.resolve("02/OUTCAR"));
        String forces = outcar.substring(outcar.indexOf(" POSITION"), outcar.indexOf("    total drift"));
        Files.writeString(folder.resolve("02/OUTCAR"), outcar + forces.replace("0.020000", "9.000000"));

        assertThat(Run.band(folder).at("/profile/fmax_across_ev_per_ang/2").doubleValue())
                .isCloseTo(VtstFolder.ACROSS, DIGITS);
    }

    @Test
    void a_file_that_was_cut_anywhere_is_no_fault_of_ours() throws IOException {
        VtstFolder vtst = new VtstFolder(folder, Table.TRUE_FORCES);
        vtst.write();
        vtst.writeTable();

        Cuts.of(folder);
    }

    @Test
    void a_missing_image_is_named() throws IOException {
        new VtstFolder(folder, Table.TRUE_FORCES).write();
        Files.delete(folder.resolve("03/POSCAR"));

        Run.Ended ended = Run.cairn("band", folder.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("there are 4 folders with a POSCAR or CONTCAR, and this is number 4");
    }

    @Test
    void a_folder_without_a_band_is_told_what_could_be_read() {
        Run.Ended ended = Run.cairn("band", folder.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("no band here", "neb.x", "VASP", "CP2K", "LAMMPS", "ASE");
    }
}
