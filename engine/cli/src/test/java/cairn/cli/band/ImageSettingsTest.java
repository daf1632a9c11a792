package cairn.cli.band;

import static cairn.cli.band.Run.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Bands of which one image was computed with other settings than the rest.
class ImageSettingsTest {
    private static final double RYDBERG_EV = 13.605693;
    private static final double HARTREE_EV = 27.211386;
    private static final List<Double> PLACES = List.of(0.82, 1.00, 1.18);

    @TempDir
    private Path folder;

    /// H2 and H on a line, the middle atom moving from one to the other.
    @Test
    @Tag("slow")
    void another_smearing_on_one_image_of_pw_x_refuses_the_barrier() throws IOException, InterruptedException {
        Run.needs("pw.x", "quantum-espresso and quantum-espresso-data");
        pw("0.03", "0.03", "0.03");
        JsonNode band = Run.band(folder);
        assertThat(number(band, "barrier_forward_ev")).isCloseTo(RYDBERG_EV * (printed(1) - printed(0)), within(1e-5));

        pw("0.03", "0.05", "0.03");
        Run.Ended ended = Run.cairn("band", folder.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("image 1 was computed with other settings than images 0, 2")
                .contains("01/h3.out has smearing_ev 0.6803")
                .contains("00/h3.out has smearing_ev 0.4082");
    }

    private void pw(String... widths) throws IOException, InterruptedException {
        for (int image = 0; image < PLACES.size(); image++) {
            Path place = Files.createDirectories(folder.resolve("0" + image));
            String input = """
                    &CONTROL
                      prefix = 'h3', outdir = './tmp', tprnfor = .true.
                      pseudo_dir = '/usr/share/espresso/pseudo'
                    /
                    &SYSTEM
                      ibrav = 0, nat = 3, ntyp = 1, ecutwfc = 15, ecutrho = 60
                      occupations = 'smearing', degauss = %s
                    /
                    &ELECTRONS
                      mixing_beta = 0.3
                    /
                    ATOMIC_SPECIES
                    H 1.008 HUSPBE.RRKJ3
                    ATOMIC_POSITIONS angstrom
                    H 0 0 0
                    H %s 0 0
                    H 2 0 0
                    K_POINTS gamma
                    CELL_PARAMETERS angstrom
                    5 0 0
                    0 2.7 0
                    0 0 2.7
                    """.formatted(widths[image], PLACES.get(image));
            Files.writeString(place.resolve("h3.in"), input);
            assertThat(Run.program(place, "h3.out", "pw.x", "-in", "h3.in")).isZero();
        }
    }

    /// Rydberg.
    private double printed(int image) throws IOException {
        return Files.readAllLines(folder.resolve("0" + image + "/h3.out")).stream()
                .filter(line -> line.startsWith("!    total energy"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll(".*=\\s*(\\S+) Ry", "$1")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("slow")
    void another_cutoff_on_one_image_of_cp2k_refuses_the_barrier() throws IOException, InterruptedException {
        Run.needs("cp2k.psmp", "cp2k and cp2k-data");
        cp2k(120, 120, 120);
        JsonNode band = Run.band(folder);
        assertThat(band.required("code").asString()).isEqualTo("CP2K");
        assertThat(number(band, "barrier_forward_ev")).isCloseTo(HARTREE_EV * (total(1) - total(0)), within(1e-5));

        cp2k(120, 120, 160);
        Run.Ended ended = Run.cairn("band", folder.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err())
                .contains("image 2 was computed with other settings than images 0, 1")
                .contains(String.format(Locale.ROOT, "02/h3.out has density_cutoff_ev %.2f", 160 * HARTREE_EV / 2))
                .contains(String.format(Locale.ROOT, "00/h3.out has density_cutoff_ev %.2f", 120 * HARTREE_EV / 2));
    }

    /// Hartree.
    private double total(int image) throws IOException {
        return Files.readAllLines(folder.resolve("0" + image + "/h3.out")).stream()
                .filter(line -> line.startsWith(" ENERGY| Total"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll(".*:\\s*", "")))
                .findFirst()
                .orElseThrow();
    }

    private void cp2k(int... cutoffs) throws IOException, InterruptedException {
        for (int image = 0; image < PLACES.size(); image++) {
            Path place = Files.createDirectories(folder.resolve("0" + image));
            String input = """
                    &GLOBAL
                      PROJECT h3
                      RUN_TYPE ENERGY_FORCE
                      PRINT_LEVEL MEDIUM
                    &END GLOBAL
                    &FORCE_EVAL
                      METHOD QUICKSTEP
                      &PRINT
                        &FORCES ON
                        &END FORCES
                      &END PRINT
                      &DFT
                        BASIS_SET_FILE_NAME BASIS_MOLOPT
                        POTENTIAL_FILE_NAME GTH_POTENTIALS
                        CHARGE 1
                        &MGRID
                          CUTOFF %d
                        &END MGRID
                        &SCF
                          SCF_GUESS ATOMIC
                        &END SCF
                        &XC
                          &XC_FUNCTIONAL PADE
                          &END XC_FUNCTIONAL
                        &END XC
                      &END DFT
                      &SUBSYS
                        &CELL
                          ABC 5 4 4
                        &END CELL
                        &COORD
                          H 0 0 0
                          H %s 0 0
                          H 2 0 0
                        &END COORD
                        &KIND H
                          BASIS_SET DZVP-MOLOPT-SR-GTH
                          POTENTIAL GTH-PADE-q1
                        &END KIND
                      &END SUBSYS
                    &END FORCE_EVAL
                    """.formatted(cutoffs[image], PLACES.get(image));
            Files.writeString(place.resolve("h3.inp"), input);
            assertThat(Run.program(place, "h3.out", "cp2k.psmp", "-i", "h3.inp"))
                    .isZero();
        }
    }

    @Test
    void another_cutoff_on_one_image_of_vasp_refuses_the_barrier() throws IOException {
        new VtstFolder(folder, VtstFolder.Table.TRUE_FORCES).write();
        for (int image = 0; image < 5; image++) {
            says(
                    "0" + image + "/OUTCAR",
                    image == 3 ? "   ENCUT  =  400.0 eV  29.40 Ry" : "   ENCUT  =  520.0 eV  38.22 Ry");
        }

        Run.Ended ended = Run.cairn("band", folder.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err())
                .contains("image 3 was computed with other settings than images 0, 1, 2, 4")
                .contains("03/OUTCAR has cutoff_ev 400, but 00/OUTCAR has cutoff_ev 520");
    }

    @Test
    void what_only_one_image_says_is_no_difference() throws IOException {
        new VtstFolder(folder, VtstFolder.Table.TRUE_FORCES).write();
        says("02/OUTCAR", "   ENCUT  =  400.0 eV  29.40 Ry");

        assertThat(number(Run.band(folder), "barrier_forward_ev")).isCloseTo(VtstFolder.barrier(), within(2e-6));
    }

    /// Of a mesh, fewer points are left the more symmetric the structure is.
    @Test
    void fewer_points_by_symmetry_are_no_difference() throws IOException {
        new VtstFolder(folder, VtstFolder.Table.TRUE_FORCES).write();
        for (int image = 0; image < 5; image++) {
            says(
                    "0" + image + "/OUTCAR",
                    "   k-points           NKPTS =    " + (image == 2 ? 4 : 8) + "   k-points in BZ");
            says("0" + image + "/OUTCAR", " generate k-points for:    2    2    2");
        }

        assertThat(number(Run.band(folder), "barrier_forward_ev")).isCloseTo(VtstFolder.barrier(), within(2e-6));
    }

    /// A trajectory holds the parameters of the calculator that is attached to its images.
    @Test
    void other_parameters_of_the_calculator_on_one_image_of_ase_refuse_the_barrier()
            throws IOException, InterruptedException {
        Run.needsPython("ase", "python3-ase and python3-numpy");
        Files.writeString(folder.resolve("band.py"), """
                from ase import Atoms
                from ase.calculators.lj import LennardJones
                from ase.io import Trajectory
                band = Trajectory("neb.traj", "w")
                for image in range(5):
                    atoms = Atoms("Ar3", [(0, 0, 0), (3.6 + 0.2 * image, 0, 0), (8, 0, 0)], cell=[20, 20, 20])
                    atoms.calc = LennardJones(rc=9.0 if image == 1 else 12.0, epsilon=0.01, sigma=3.4)
                    atoms.get_forces()
                    band.write(atoms)
                """);
        assertThat(Run.program(folder, "said.txt", "/usr/bin/python3", "band.py"))
                .isZero();

        Run.Ended ended = Run.cairn("band", folder.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("image 1 was computed with other settings than image 0: rc 9.0 and 12.0");
    }

    private void says(String file, String line) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        int end = text.indexOf('\n') + 1;
        Files.writeString(path, text.substring(0, end) + line + "\n" + text.substring(end));
    }
}
