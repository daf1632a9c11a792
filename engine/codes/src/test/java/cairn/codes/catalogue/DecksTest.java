package cairn.codes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.Deck;
import cairn.codes.NativeRuns;
import cairn.codes.dft.Crystals;
import cairn.codes.dft.Installed;
import cairn.codes.task.Ensemble;
import cairn.codes.task.Room;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Constraints;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole decks, all their files one after the other, beside golden files.
class DecksTest {
    private static final String PSEUDOPOTENTIAL = "/usr/share/espresso/pseudo/Si.pbe-rrkj.UPF";
    private static final Structure SILICON = Crystals.silicon(5.43, 0.05);
    private static final Start BEGINNING = new Start.Beginning();
    private static final Start ONWARD = new Start.Saved(3);

    @BeforeAll
    static void needs() {
        Installed.file(PSEUDOPOTENTIAL, "quantum-espresso-data");
        Installed.file("/usr/share/cp2k/BASIS_MOLOPT", "cp2k-data");
    }

    static Stream<Arguments> decks() {
        return Stream.of(
                Arguments.of("pw-energy", qe(), new Task.Energy(SILICON), BEGINNING),
                Arguments.of("pw-relax-held", qe(), relax(held(), Task.CellMotion.FIXED), BEGINNING),
                Arguments.of("pw-vc-relax-onward", qe(), relax(SILICON, Task.CellMotion.FREE), ONWARD),
                Arguments.of("pw-md", qe(), dynamics(), BEGINNING),
                Arguments.of("cp2k-energy", cp2k("[2,2,2]"), new Task.Energy(SILICON), BEGINNING),
                Arguments.of("cp2k-relax-onward", cp2k("[1,1,1]"), relax(held(), Task.CellMotion.FIXED), ONWARD),
                Arguments.of("lammps-energy", lammps(), new Task.Energy(SILICON), BEGINNING));
    }

    @ParameterizedTest
    @MethodSource("decks")
    void a_deck_is_as_its_golden_file(String name, NativeRuns code, Task task, Start start) throws IOException {
        Room hurried = new Room(1, new Room.Time.AtMost(Duration.ofSeconds(65)));

        assertThat(text(code.deck(task, start, hurried))).isEqualTo(Files.readString(golden(name)));
    }

    private static String text(Deck deck) {
        return deck.files().entrySet().stream()
                .map(file -> "==> " + file.getKey() + " <==\n" + file.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Path golden(String name) {
        return Path.of(System.getProperty("cairn.root"), "engine/codes/src/test/resources/cairn/codes/decks", name);
    }

    private static NativeRuns qe() {
        return runs("""
                {"use":"qe","functional":"PBE","cutoff_ev":272.11386245988,"k_points":{"mesh":[2,2,2]},"smearing":"none",
                 "scf_convergence_ev":1e-8,"scf_iterations":50,"pseudopotentials":{"Si":"%s"}}""".formatted(PSEUDOPOTENTIAL));
    }

    private static NativeRuns cp2k(String mesh) {
        return runs("""
                {"use":"cp2k","functional":"PBE","cutoff_ev":2000.0,"relative_cutoff_ev":500.0,"k_points":{"mesh":%s},
                 "smearing":"none","scf_convergence_ev":1e-5,"scf_iterations":50,"dispersion":"d3-bj",
                 "basis":"DZVP-MOLOPT-SR-GTH","cp2k":{"force_eval":{"dft":{"scf":{"max_scf":30}}}}}""".formatted(mesh));
    }

    private static NativeRuns lammps() {
        return Codes.named("lammps").orElseThrow().nativeRuns().orElseThrow();
    }

    private static NativeRuns runs(String spec) {
        return Codes.of(spec).orElseThrow().nativeRuns().orElseThrow();
    }

    private static Task relax(Structure structure, Task.CellMotion cell) {
        return new Task.Relax(structure, cell, 0.01, 3e-4, 60);
    }

    private static Task dynamics() {
        return new Task.Dynamics(SILICON, new Ensemble.AtTemperature(300), 1, 100, 7);
    }

    private static Structure held() {
        BitSet first = new BitSet();
        first.set(0);
        return new Structure(SILICON.cell(), SILICON.species(), SILICON.positions(), Constraints.of(first));
    }
}
