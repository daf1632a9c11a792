package cairn.codes.dft.pseudo;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.dft.Crystals;
import cairn.codes.dft.Functional;
import cairn.codes.dft.Installed;
import cairn.structure.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

class ChoiceTest {
    private static final Path DEBIAN = Path.of("/usr/share/espresso/pseudo");

    @TempDir
    private Path folder;

    private static Family named(String name) {
        return Families.of(JsonNodeFactory.instance.stringNode(name)).orElseThrow();
    }

    @Test
    void debians_files_of_several_functionals_are_refused_by_name() {
        Installed.file(DEBIAN.toString(), "quantum-espresso-data");

        assertThat(Choice.of(named("debian-espresso"), Crystals.of("Li", "Si", "Ti"), Functional.PBE)
                        .objections())
                .containsExactly("The pseudopotentials are not all made for PBE: Li.pbesol-s-kjpaw_psl.0.2.1.UPF is"
                        + " PBEsol, Si.pbe-nl-rrkjus_psl.1.0.0.UPF is PBE, Ti.pz-sp-van_ak.UPF is LDA.");
        assertThat(Choice.of(named("debian-espresso"), Crystals.of("Si", "C"), Functional.PBE)
                        .objections())
                .isEmpty();
    }

    @Test
    void several_files_of_an_element_in_a_folder_are_refused_and_one_is_taken() throws IOException {
        Installed.file(DEBIAN.toString(), "quantum-espresso-data");
        Family own = new Family.Folder(folder);
        copy("Si.pbe-rrkj.UPF", "Si.pz-vbc.UPF");

        assertThat(Choice.of(own, Crystals.of("Si"), Functional.PBE).byElement().get("Si"))
                .satisfies(chosen -> {
                    assertThat(chosen.fileName()).isEqualTo("Si.pbe-rrkj.UPF");
                    assertThat(chosen.valence()).isEqualTo(4);
                    assertThat(chosen.kind()).isEqualTo(Pseudopotential.Kind.NORM_CONSERVING);
                });

        copy("Si.pbe-nl-rrkjus_psl.1.0.0.UPF");
        assertThat(Choice.of(own, Crystals.of("Si"), Functional.PBE).objections())
                .singleElement()
                .asString()
                .startsWith("There are several pseudopotentials of Si")
                .contains("Si.pbe-nl-rrkjus_psl.1.0.0.UPF, Si.pbe-rrkj.UPF");
    }

    @Test
    void another_byte_in_a_file_is_another_hash() throws IOException {
        Installed.file(DEBIAN.toString(), "quantum-espresso-data");
        copy("Si.pbe-rrkj.UPF");
        String before = Hashes.of(new Family.Folder(folder));

        Files.writeString(folder.resolve("Si.pbe-rrkj.UPF"), Files.readString(folder.resolve("Si.pbe-rrkj.UPF")) + " ");

        assertThat(Hashes.of(new Family.Folder(folder))).isNotEqualTo(before);
    }

    @Test
    void lithium_by_converted_potentials_asks_for_the_cutoff_that_was_measured() {
        Installed.file("/usr/share/cp2k/GTH_POTENTIALS", "cp2k-data");
        Choice choice = Choice.of(named("gth-pbe"), Crystals.of("Li", "Si"), Functional.PBE);

        assertThat(choice.harderThanMeasured(100 * Units.EV_PER_RYDBERG))
                .singleElement()
                .asString()
                .contains("right from 220 Ry");
        assertThat(choice.harderThanMeasured(220 * Units.EV_PER_RYDBERG)).isEmpty();
        assertThat(choice.withoutSemicore()).isEmpty();
    }

    @Test
    void a_frozen_shell_below_the_valence_is_told() {
        assertThat(choice("Ti", 4).withoutSemicore())
                .containsExactly("Ti.UPF treats 4 electrons of Ti: the shell below is frozen");
        assertThat(choice("Ti", 12).withoutSemicore()).isEmpty();
        assertThat(choice("Li", 1).withoutSemicore()).hasSize(1);
        assertThat(choice("Si", 4).withoutSemicore()).isEmpty();
    }

    private static Choice choice(String element, double valence) {
        Pseudopotential potential = new Pseudopotential(
                element,
                element + ".UPF",
                "PBE",
                valence,
                Pseudopotential.Kind.NORM_CONSERVING,
                0,
                new Pseudopotential.Content.Converted(""));
        return new Choice(new TreeMap<>(Map.of(element, potential)), List.of());
    }

    private void copy(String... names) throws IOException {
        for (String name : names) {
            Files.copy(DEBIAN.resolve(name), folder.resolve(name));
        }
    }

    @Test
    void an_entry_of_cp2k_becomes_a_file_of_abinits_format_with_the_same_digits() {
        GthPotentials potentials = GthPotentials.of(List.of(
                "#",
                "Si GTH-PBE-q4 GTH-PBE",
                "    2    2",
                "     0.44000000    1    -6.26928833",
                "    2",
                "     0.43563383    2     8.95174150    -2.70627082",
                "                                        3.49378060",
                "     0.49794218    1     2.43127673",
                "#"));

        assertThat(GthFile.ofPbe(potentials.find("Si", "GTH-PBE").orElseThrow()))
                .isEqualTo("""
                Si GTH-PBE-q4, converted by Cairn from CP2K's GTH_POTENTIALS
                14 4 0
                10 11 1 2 2001 0
                0.44000000 1 -6.26928833
                2
                0.43563383 2 8.95174150 -2.70627082
                3.49378060
                0.49794218 1 2.43127673
                0.0
                """);
    }
}
