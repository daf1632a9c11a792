package cairn.codes.dft.vasp.run;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.Deck;
import cairn.codes.SoftStop;
import cairn.codes.dft.Crystals;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.vasp.MadeUpPotcars;
import cairn.codes.dft.vasp.potcar.PotcarLibrary;
import cairn.codes.dft.vasp.potcar.PotcarVariants;
import cairn.codes.dft.vasp.potcar.Potcars;
import cairn.codes.task.Ensemble;
import cairn.codes.task.Room;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.codes.task.Task.CellMotion;
import cairn.codes.task.Task.Climbing;
import cairn.structure.Constraints;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The decks as an expert would hand them in, word by word.
class VaspDeckTest {
    private static final Structure SILICON = Crystals.silicon(5.43, 0);

    @TempDir
    private Path folder;

    @BeforeEach
    void potcars() throws IOException {
        MadeUpPotcars.in(folder);
    }

    private VaspRuns runs(String own) {
        DftSettings settings =
                DftSettings.of("vasp", (ObjectNode) JsonMapper.shared().readTree("""
                {"functional":"PBE","cutoff_ev":400.0,"k_points":{"mesh":[4,4,4]},"smearing":"gaussian",
                 "smearing_width_ev":0.05,"scf_convergence_ev":1e-6,"scf_iterations":100,"vasp":%s}""".formatted(own)));
        return new VaspRuns(
                settings,
                new Potcars(new PotcarLibrary(folder), new PotcarVariants(new TreeMap<>()), settings.functional()));
    }

    private Deck deck(Task task, Start start) {
        return runs("{}").deck(task, start, Room.unlimited(4));
    }

    /// What every deck of silicon ends with.
    private static String electrons() {
        return """
                LWAVE = .TRUE.
                LCHARG = .TRUE.
                PREC = Accurate
                ENCUT = 400
                LREAL = .FALSE.
                GGA = PE
                ALGO = Normal
                EDIFF = 1.0E-6
                NELM = 100
                ISMEAR = 0
                SIGMA = 0.05
                ISPIN = 1
                """;
    }

    private static String incar(Deck deck) {
        return deck.files().getOrDefault("INCAR", "");
    }

    @Test
    void an_energy_stands_still() {
        Deck deck = deck(new Task.Energy(SILICON), new Start.Beginning());

        assertThat(incar(deck)).isEqualTo("""
                SYSTEM = Si2
                NSW = 0
                IBRION = -1
                ISIF = 2
                """ + electrons());
        assertThat(deck.files()).containsOnlyKeys("INCAR", "KPOINTS", "POSCAR");
        assertThat(deck.command()).containsExactly("mpirun", "-np", "4", "vasp_std");
        assertThat(deck.screen()).isEqualTo("vasp.out");
    }

    @Test
    void a_relaxation_has_conjugate_gradients_and_forces_for_its_criterion() {
        Task.Relax fixed = new Task.Relax(SILICON, CellMotion.FIXED, 0.01, 0.003, 200);

        assertThat(incar(deck(fixed, new Start.Beginning()))).isEqualTo("""
                SYSTEM = Si2
                NSW = 200
                IBRION = 2
                ISIF = 2
                EDIFFG = -0.01
                """ + electrons());
        Task.Relax free = new Task.Relax(SILICON, CellMotion.FREE, 0.01, 0.003, 200);
        assertThat(incar(deck(free, new Start.Beginning()))).contains("ISIF = 3\n");
    }

    @Test
    void a_run_that_goes_on_has_fewer_steps_and_finds_its_poscar_there() {
        Task.Relax task = new Task.Relax(SILICON, CellMotion.FIXED, 0.01, 0.003, 200);

        Deck saved = deck(task, new Start.Saved(30));
        assertThat(incar(saved)).contains("NSW = 170\n").doesNotContain("ISTART", "ICHARG");
        assertThat(saved.files()).containsOnlyKeys("INCAR", "KPOINTS");

        Deck later = deck(task, new Start.Later(List.of(Crystals.silicon(5.43, 0.1)), 30));
        assertThat(later.files().get("POSCAR")).contains("1.4575 1.3575 1.3575");
    }

    @Test
    void molecular_dynamics_has_the_thermostat_of_its_ensemble() {
        assertThat(incar(dynamics(new Ensemble.Isolated(600)))).isEqualTo("""
                SYSTEM = Si2
                NSW = 5000
                IBRION = 0
                POTIM = 1.5
                ISYM = 0
                MDALGO = 0
                SMASS = -3
                ISIF = 2
                TEBEG = 600
                RANDOM_SEED = 7 0 0
                """ + electrons());
        assertThat(incar(dynamics(new Ensemble.AtTemperature(600))))
                .contains("MDALGO = 2\nSMASS = 0\nISIF = 2\nTEBEG = 600\n");
        // 1 GPa is 10 kB, and 0.00624150907446 eV/Angstrom^3.
        assertThat(incar(dynamics(new Ensemble.AtPressure(600, 0.00624150907446))))
                .contains("""
                MDALGO = 3
                ISIF = 3
                PSTRESS = 10
                LANGEVIN_GAMMA = 10
                LANGEVIN_GAMMA_L = 10
                PMASS = 1000
                TEBEG = 600
                """);
    }

    private Deck dynamics(Ensemble ensemble) {
        return deck(new Task.Dynamics(SILICON, ensemble, 1.5, 5000, 7), new Start.Beginning());
    }

    private static Task.Band band(Climbing climbing) {
        return new Task.Band(
                List.of(SILICON, Crystals.silicon(5.43, 0.1), Crystals.silicon(5.43, 0.2), Crystals.silicon(5.43, 0.3)),
                climbing,
                5,
                0.03,
                300);
    }

    @Test
    void a_band_of_plain_vasp_has_a_folder_for_each_image() {
        Deck deck = deck(band(Climbing.NEVER), new Start.Beginning());

        assertThat(incar(deck)).isEqualTo("""
                SYSTEM = Si2
                IMAGES = 2
                SPRING = -5
                NSW = 300
                ISIF = 2
                EDIFFG = -0.03
                ISYM = 0
                IBRION = 1
                POTIM = 0.5
                """ + electrons());
        assertThat(deck.files())
                .containsOnlyKeys("INCAR", "KPOINTS", "00/POSCAR", "01/POSCAR", "02/POSCAR", "03/POSCAR");
        assertThat(deck.files().get("02/POSCAR")).contains((5.43 / 4 + 0.2) + " 1.3575 1.3575\n");
        assertThat(deck.outputs()).contains("01/OUTCAR", "02/OUTCAR", "01/CONTCAR", "02/CONTCAR");
    }

    @Test
    void a_band_of_vtst_climbs_with_an_optimizer_of_vtst() {
        Deck deck = runs("{\"iopt\":3}").deck(band(Climbing.HIGHEST), new Start.Beginning(), Room.unlimited(4));

        assertThat(incar(deck))
                .contains("ISYM = 0\nICHAIN = 0\nLCLIMB = .TRUE.\nIBRION = 3\nPOTIM = 0\n")
                .endsWith("IOPT = 3\n");
    }

    @Test
    void each_image_of_a_band_has_as_many_processes_and_at_least_one() {
        assertThat(runs("{}")
                        .deck(band(Climbing.NEVER), new Start.Beginning(), Room.unlimited(5))
                        .command())
                .startsWith("mpirun", "-np", "4");
        assertThat(runs("{}")
                        .deck(band(Climbing.NEVER), new Start.Beginning(), Room.unlimited(1))
                        .command())
                .startsWith("mpirun", "-np", "2");
    }

    @Test
    void endpoints_stand_in_the_deck_of_a_band_that_goes_on() {
        assertThat(deck(band(Climbing.NEVER), new Start.Saved(20)).files())
                .containsOnlyKeys("INCAR", "KPOINTS", "00/POSCAR", "03/POSCAR");
    }

    @Test
    void what_vasp_cannot_do_is_said() {
        assertThat(runs("{}").objections(band(Climbing.HIGHEST)))
                .containsExactly("VASP has no climbing image without the VTST tools: say vasp: {iopt: 3} if yours is"
                        + " built with them, or climbing: never, or let Cairn drive the band.");
        assertThat(runs("{\"IOPT\":1}").objections(band(Climbing.HIGHEST))).isEmpty();
        BitSet held = new BitSet();
        held.set(0);
        Structure structure =
                new Structure(SILICON.cell(), SILICON.species(), SILICON.positions(), Constraints.of(held));
        assertThat(runs("{}").objections(new Task.Dynamics(structure, new Ensemble.AtPressure(300, 0), 1, 10, 1)))
                .hasSize(1);
    }

    @Test
    void the_potcar_is_provided_and_cleared() throws IOException {
        Path run = Files.createDirectory(folder.resolve("run"));
        VaspRuns runs = runs("{}");

        runs.provide(new Task.Energy(SILICON), run);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.resolve("POTCAR"))))
                .isEqualTo("rw-------");

        runs.clear(new Task.Energy(SILICON), run);
        assertThat(run).isEmptyDirectory();
    }

    @Test
    void vasp_stops_at_a_file() {
        assertThat(runs("{}").softStop()).isEqualTo(new SoftStop.ByFile("STOPCAR", "LSTOP = .TRUE.\n"));
    }
}
