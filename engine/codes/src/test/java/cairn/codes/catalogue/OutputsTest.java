package cairn.codes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.output.Energies;
import cairn.codes.output.Fingerprint;
import cairn.codes.output.Fixtures;
import cairn.codes.output.Output;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidMoment;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.Verdict;
import cairn.structure.format.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "espresso/scf.out, Complete, 1",
        "espresso/relax.out, Complete, 3",
        "espresso/relax.xml, Complete, 3",
        "espresso/vcrelax.out, Complete, 7",
        "espresso/vcrelax.xml, Complete, 7",
        "espresso/md.out, Complete, 5",
        "espresso/lsda.out, Complete, 1",
        "espresso/lsda.xml, Complete, 1",
        "espresso/noncol.out, Complete, 1",
        "espresso/charged.out, Complete, 1",
        "espresso/li_3.44.out, Complete, 1",
        "espresso/neb.out, Complete, 13",
        "espresso/d3.out, Unconverged, 2",
        "espresso/scf_notconv.out, Unconverged, 0",
        "espresso/relax_notconv.out, Unconverged, 1",
        "espresso/neb_scf.out, Unconverged, 0",
        "espresso/max_seconds.out, OutOfTime, 0",
        "espresso/bad_card.out, NotThisCalculation, 1",
        "espresso/truncated_input.out, NotThisCalculation, 1",
        "espresso/corrupt_pseudo.out, Crashed, 0",
        "espresso/image.out, Truncated, 0",
        "espresso/missing_pseudo.out, Crashed, 0",
        "espresso/overlap.out, Crashed, 0",
        "cp2k/ok.out, Complete, 1",
        "cp2k/ef.out, Complete, 1",
        "cp2k/geo_ok.out, Complete, 6",
        "cp2k/md.out, Complete, 4",
        "cp2k/uks.out, Complete, 1",
        "cp2k/si8li.out, Complete, 1",
        "cp2k/scf_notconv.out, Unconverged, 1",
        "cp2k/geomax.out, Unconverged, 3",
        "cp2k/nh3.out, Unconverged, 5",
        "cp2k/wall.out, OutOfTime, 2",
        "cp2k/soft.out, OutOfTime, 7",
        "cp2k/killed.out, Truncated, 6",
        "cp2k/bad_keyword.out, Crashed, 0"
    })
    void an_output_is_judged_by_all_that_it_says(String name, String verdict, int steps) {
        Output output = read(name);

        assertThat(output.verdict().getClass().getSimpleName()).isEqualTo(verdict);
        assertThat(output.steps()).isEqualTo(steps);
    }

    @ParameterizedTest
    @CsvSource({
        "espresso/missing_pseudo.out, espresso/pseudopotential-missing",
        "espresso/odd_metal_nosmear.out, espresso/smearing-needed",
        "espresso/bad_namelist.out, espresso/unknown-setting",
        "espresso/wrong_nat.out, espresso/bad-card",
        "espresso/hub.out, espresso/hubbard",
        "espresso/neb_bad.out, espresso/too-few-images",
        "espresso/overlap.out, espresso/not-a-number",
        "espresso/corrupt_pseudo.out, system/runtime-error",
        "cp2k/bad_keyword.out, cp2k/unknown-keyword",
        "cp2k/missing_basis.out, cp2k/basis-missing",
        "cp2k/overlap.out, cp2k/atoms-overlap"
    })
    void an_error_has_a_signature_that_does_not_change(String name, String signature) {
        assertThat(read(name).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Crashed.class,
                        crashed -> assertThat(crashed.error().signature()).isEqualTo(signature));
    }

    /// The free energies -38.90520463995664 and the entropy term -0.00221069075223 Hartree in the text.
    @Test
    void with_smearing_the_energy_of_the_forces_is_the_free_one() {
        Energies energies = last("cp2k/si8li.out").energies();

        assertThat(energies.free()).isCloseTo(-38.90520463995664 * 27.211386245988, within(1e-6));
        assertThat(energies.of(Energies.Kind.WITHOUT_ENTROPY).orElseThrow() - energies.free())
                .isCloseTo(0.00221069075223 * 27.211386245988, within(1e-9));
    }

    @Test
    void the_limit_of_no_smearing_is_half_way_only_for_some_smearings() {
        assertThat(last("espresso/lsda.out").energies().ev()).containsKey(Energies.Kind.SIGMA_ZERO);
        assertThat(last("espresso/li_3.44.out").energies().ev())
                .containsKey(Energies.Kind.WITHOUT_ENTROPY)
                .doesNotContainKey(Energies.Kind.SIGMA_ZERO);
    }

    @Test
    void text_and_xml_of_one_run_say_the_same() {
        Step text = last("espresso/vcrelax.out");
        Step xml = last("espresso/vcrelax.xml");

        assertThat(xml.energies().free()).isCloseTo(text.energies().free(), within(1e-6));
        assertThat(fmax(xml)).isCloseTo(fmax(text), within(1e-5));
    }

    @Test
    void forces_that_are_not_in_the_output_are_taken_from_beside_it() throws IOException {
        assertThat(last("cp2k/md.out").forces()).isInstanceOf(SaidForces.Given.class);
        Path alone = Files.copy(Fixtures.file("cp2k/md.out"), folder.resolve("md.out"));
        Output output = Outputs.of(alone).orElseThrow().read(alone, _ -> {});
        assertThat(output.last())
                .isInstanceOfSatisfying(
                        Output.Last.Of.class,
                        last -> assertThat(last.step().forces()).isInstanceOf(SaidForces.NotGiven.class));
    }

    @Test
    void a_spin_is_told_and_what_has_none_tells_none() {
        assertThat(last("espresso/lsda.out").moment()).isInstanceOf(SaidMoment.Given.class);
        assertThat(last("espresso/relax.xml").moment()).isInstanceOf(SaidMoment.NotGiven.class);
    }

    @Test
    void positions_that_are_not_in_the_output_are_taken_from_beside_it() {
        List<Step> steps = new ArrayList<>();
        Path file = Fixtures.file("cp2k/geo_ok.out");
        Outputs.of(file).orElseThrow().read(file, steps::add);

        // Of the first step of an optimization CP2K writes no frame.
        assertThat(steps.subList(1, steps.size())).allMatch(step -> step.structure() instanceof SaidStructure.Given);
        // The second frame of geo_ok-pos-1.xyz, and its last.
        assertThat(height(steps.get(2))).isEqualTo(2.3471197416);
        assertThat(height(steps.getLast())).isEqualTo(2.3339171341);
    }

    private static double height(Step step) {
        return step.structure() instanceof SaidStructure.Given(var structure)
                ? structure.positions().z(0)
                : Double.NaN;
    }

    /// H2+ has one electron; its 0.999986 of absolute spin density are another number.
    @Test
    void the_moment_of_cp2k_is_that_of_its_electrons() {
        assertThat(last("cp2k/uks.out").moment()).isEqualTo(new SaidMoment.Given(1));
        assertThat(last("cp2k/ok.out").moment()).isEqualTo(new SaidMoment.NotGiven());
    }

    @Test
    void the_output_of_a_band_names_the_command_that_reads_bands() {
        assertThat(read("cp2k/nh3.out").warnings()).anyMatch(warning -> warning.contains("cairn band"));
        assertThat(read("espresso/neb.out").warnings()).anyMatch(warning -> warning.contains("cairn band"));
    }

    /// Of the last iteration, in eV and in Hartree.
    @Test
    void the_energy_of_a_band_is_that_of_its_highest_image() {
        assertThat(last("espresso/neb.out").energies().free()).isEqualTo(-49.2973507);
        assertThat(last("cp2k/nh3.out").energies().free()).isCloseTo(-4.823519 * 27.211386245988, within(1e-6));
    }

    @Test
    void text_and_xml_that_lie_beside_each_other_and_are_of_two_runs_are_told() throws IOException {
        Path text = Files.copy(Fixtures.file("espresso/relax.out"), folder.resolve("si.out"));
        Path xml = folder.resolve("si.xml");
        Files.copy(Fixtures.file("espresso/relax.xml"), xml);
        assertThat(Outputs.of(text).orElseThrow().read(text, _ -> {}).warnings())
                .isEmpty();

        Files.copy(Fixtures.file("espresso/vcrelax.xml"), xml, StandardCopyOption.REPLACE_EXISTING);
        Output output = Outputs.of(text).orElseThrow().read(text, _ -> {});

        assertThat(output.warnings()).singleElement().asString().contains("si.xml are not of one run", "energies -");
        assertThat(output.steps()).isEqualTo(3);
    }

    @Test
    void a_dump_by_itself_is_known_and_tells_no_energies() {
        Output output = read("lammps/min_noconv.dump");

        assertThat(output.code()).isEqualTo("LAMMPS");
        assertThat(output.verdict())
                .isEqualTo(new Verdict.Unconverged(
                        "a dump tells no energies (snapshots here: 2); read the log of the run"));
    }

    @Test
    void settings_on_which_energies_depend_are_told() {
        assertThat(read("espresso/charged.out").fingerprint().settings())
                .containsEntry(Fingerprint.Key.FUNCTIONAL, "PBE")
                .containsEntry(Fingerprint.Key.CHARGE, "1")
                .containsEntry(Fingerprint.Key.SMEARING, "Marzari-Vanderbilt")
                .containsEntry(Fingerprint.Key.CUTOFF_EV, "217.6911")
                .containsEntry(
                        Fingerprint.Key.POTENTIALS,
                        "Si:Si.pbe-nl-rrkjus_psl.1.0.0.UPF md5 78279d3766ecb5dbdc0623f3e93c9a23");
        assertThat(read("espresso/d3.out").fingerprint().settings())
                .containsEntry(Fingerprint.Key.DISPERSION, "DFT-D3");
        assertThat(read("cp2k/geo_ok.out").fingerprint().settings())
                .containsEntry(Fingerprint.Key.BASIS, "H:DZVP-MOLOPT-SR-GTH")
                .containsEntry(Fingerprint.Key.FUNCTIONAL, "PBE");
    }

    @Test
    void a_scheduler_that_ends_a_run_is_believed() throws IOException {
        String text = Files.readString(Fixtures.file("espresso/scf.out"));
        Path file = folder.resolve("slurm-7.out");
        Files.writeString(
                file,
                text.substring(0, text.indexOf("End of self-consistent"))
                        + "\nslurmstepd: error: *** JOB 7 ON n1 CANCELLED AT 2026-11-22T17:00:00 DUE TO TIME LIMIT ***\n");

        assertThat(Outputs.of(file).orElseThrow().read(file, _ -> {}).verdict()).isInstanceOf(Verdict.OutOfTime.class);
    }

    @Test
    void what_is_no_output_is_not_known_and_what_is_no_text_is_refused() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter"), "Dear Erwin,\n");
        Path binary = Files.write(folder.resolve("wfc1.dat"), new byte[] {1, 0, 2});

        assertThat(Outputs.of(letter)).isEmpty();
        assertThatThrownBy(() -> Outputs.of(binary)).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> Outputs.of(folder)).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> Outputs.of(folder.resolve("none"))).isInstanceOf(FormatException.class);
    }

    private static double fmax(Step step) {
        return step.forces() instanceof SaidForces.Given(var forces) ? forces.fmax() : Double.NaN;
    }

    private static Step last(String name) {
        return switch (read(name).last()) {
            case Output.Last.Of(Step step) -> step;
            case Output.Last.None _ -> throw new AssertionError(name + " has no step");
        };
    }

    private static Output read(String name) {
        Path file = Fixtures.file(name);
        return Outputs.of(file).orElseThrow().read(file, _ -> {});
    }
}
