package cairn.codes.dft.vasp.potcar;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.dft.Crystals;
import cairn.codes.dft.Functional;
import cairn.codes.dft.vasp.MadeUpPotcars;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PotcarChoiceTest {
    @TempDir
    private Path folder;

    private MadeUpPotcars madeUp;

    @BeforeEach
    void potcars() throws IOException {
        madeUp = MadeUpPotcars.in(folder);
    }

    private PotcarChoice choose(Structure structure, Functional functional, Map<String, String> said) {
        return PotcarChoice.of(
                new PotcarLibrary(folder), new PotcarVariants(new TreeMap<>(said)), structure.species(), functional);
    }

    private PotcarChoice choose(String... symbols) {
        return choose(Crystals.of(symbols), Functional.PBE, Map.of());
    }

    @Test
    void elements_have_the_variants_of_the_materials_project_in_the_order_in_which_they_appear() {
        PotcarChoice choice = choose("Si", "Li", "Si", "Ti");

        assertThat(choice.objections()).isEmpty();
        assertThat(choice.potcars()).extracting(Potcar::variant).containsExactly("Si", "Li_sv", "Ti_pv");
        assertThat(choice.potcars()).extracting(Potcar::valence).containsExactly(4.0, 3.0, 10.0);
        assertThat(choice.potcars()).extracting(Potcar::cutoffEv).containsExactly(245.345, 499.034, 222.335);
    }

    @Test
    void a_workflow_may_say_another_variant() {
        assertThat(choose(Crystals.of("Li"), Functional.PBE, Map.of("Li", "Li")).potcars())
                .extracting(Potcar::title)
                .containsExactly("PAW_PBE Li 01Jan2000");
    }

    @Test
    void a_potcar_is_known_by_its_title_and_the_hash_of_its_file() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve("Si/POTCAR")));

        assertThat(choose("Si").identity())
                .isEqualTo("Si = PAW_PBE Si 01Jan2000 (SHA-256 "
                        + HexFormat.of().formatHex(hash).substring(0, 16) + ")");
    }

    @Test
    void a_variant_that_is_not_there_is_named_with_those_that_are() throws IOException {
        Files.delete(folder.resolve("Li_sv/POTCAR"));

        assertThat(choose("Li").objections())
                .containsExactly("There is no " + folder.resolve("Li_sv/POTCAR")
                        + "; say which of these you mean, as in pseudopotentials: {Li: Li}: Li.");
    }

    @Test
    void an_element_without_any_potcar_is_named() {
        assertThat(choose("N").objections())
                .containsExactly(
                        "There is no " + folder.resolve("N/POTCAR") + "; the folder has no POTCAR of N at all.");
    }

    @Test
    void a_folder_that_is_not_there_is_one_objection() {
        PotcarChoice choice = PotcarChoice.of(
                PotcarLibrary.unknown(),
                new PotcarVariants(new TreeMap<>()),
                Crystals.of("Li", "Si").species(),
                Functional.PBE);

        assertThat(choice.objections()).containsExactly("There is no folder of POTCARs $CAIRN_POTCARS.");
    }

    @Test
    void potcars_of_another_functional_are_refused_by_the_names_of_their_files() throws IOException {
        madeUp.add("Si", "Si", "CA", 4, 245);

        assertThat(choose("Li", "Si").objections())
                .containsExactly("The functional PBE needs POTCARs with LEXCH = PE, but " + folder.resolve("Si/POTCAR")
                        + " has LEXCH = CA.");
        assertThat(choose(Crystals.of("Si"), Functional.LDA, Map.of()).objections())
                .isEmpty();
        assertThat(choose(Crystals.of("Si"), Functional.R2SCAN, Map.of()).objections())
                .singleElement()
                .asString()
                .contains("r2SCAN needs POTCARs with LEXCH = PE");
    }

    @Test
    void a_potcar_that_was_cut_or_is_of_another_element_is_refused() throws IOException {
        Path silicon = folder.resolve("Si/POTCAR");
        Files.writeString(silicon, Files.readString(silicon).replace(" End of Dataset\n", ""));

        assertThat(choose("Si").objections())
                .containsExactly(silicon + " is no POTCAR: it does not begin like one, or it was cut.");
        assertThat(choose(Crystals.of("Li"), Functional.PBE, Map.of("Li", "C")).objections())
                .containsExactly(folder.resolve("C/POTCAR") + " is a POTCAR of C, not of Li.");
    }

    @Test
    void lithium_and_titanium_without_semicore_states_are_remarked_on() {
        PotcarChoice choice = choose(Crystals.of("Li", "Ti", "Si"), Functional.PBE, Map.of("Li", "Li", "Ti", "Ti"));

        assertThat(choice.withoutSemicore())
                .containsExactly(
                        "the POTCAR Li treats 1 electrons of Li: its semicore states are in the core",
                        "the POTCAR Ti treats 4 electrons of Ti: its semicore states are in the core");
        assertThat(choose("Li", "Ti", "Si").withoutSemicore()).isEmpty();
        assertThat(choose("Li", "Si").harderThan(400))
                .containsExactly("the POTCAR Li_sv asks for a cutoff of 499 eV (ENMAX)");
    }

    @Test
    void they_are_put_one_after_the_other_into_a_file_that_only_its_owner_reads() throws IOException {
        Path potcar = folder.resolve("POTCAR");

        choose("Li", "Si").writeTo(potcar);

        assertThat(Files.readString(potcar))
                .isEqualTo(Files.readString(folder.resolve("Li_sv/POTCAR"))
                        + Files.readString(folder.resolve("Si/POTCAR")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(potcar)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_environment_says_where_they_are_as_cairn_or_ase_has_it() {
        assertThat(PotcarLibrary.in(Map.of("CAIRN_POTCARS", "/a"), Functional.PBE))
                .contains(new PotcarLibrary(Path.of("/a")));
        assertThat(PotcarLibrary.in(Map.of("VASP_PP_PATH", "/b"), Functional.R2SCAN))
                .contains(new PotcarLibrary(Path.of("/b/potpaw_PBE")));
        assertThat(PotcarLibrary.in(Map.of("VASP_PP_PATH", "/b"), Functional.LDA))
                .contains(new PotcarLibrary(Path.of("/b/potpaw")));
        assertThat(PotcarLibrary.in(Map.of(), Functional.PBE)).isEmpty();
    }
}
