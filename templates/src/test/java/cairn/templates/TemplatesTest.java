package cairn.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TemplatesTest {
    private static final Map<String, Object> RELAXATION = Map.of(
            "model",
            "MEAM_LAMMPS_CuiGaoCui_2012_LiSi__MO_557492625287_000",
            "species",
            List.of("Li", "Si"),
            "held",
            List.of(),
            "cellFree",
            true,
            "fmax",
            0.01,
            "pressureMaxBar",
            160.21765,
            "cycles",
            20,
            "maxSteps",
            1234567,
            "maxEvaluations",
            12345670,
            "timeout",
            "");

    private static final Map<String, Object> DYNAMICS = Map.ofEntries(
            Map.entry("model", "MEAM_LAMMPS_CuiGaoCui_2012_LiSi__MO_557492625287_000"),
            Map.entry("species", List.of("Li", "Si")),
            Map.entry("masses", List.of(6.94, 28.085)),
            Map.entry("held", List.of()),
            Map.entry("from", ""),
            Map.entry("timestepPs", 0.001),
            Map.entry("sampleEvery", 1),
            Map.entry("frameEvery", 10),
            Map.entry("stepsDone", 0),
            Map.entry("steps", 1000),
            Map.entry("temperatureK", 1000.0),
            Map.entry("seed", 4711),
            Map.entry("ensemble", "npt"),
            Map.entry("dampingPs", 0.1),
            Map.entry("pressureBar", 1.0),
            Map.entry("barostatPs", 1.0),
            Map.entry("timeout", ""));

    @Test
    void a_lammps_relaxation_with_a_free_cell_is_rendered_as_its_golden_file() {
        assertThat(Templates.render("lammps/relax.in", RELAXATION)).isEqualTo(golden("relax-free-cell.in"));
    }

    @Test
    void a_lammps_relaxation_with_held_atoms_is_rendered_as_its_golden_file() {
        Map<String, Object> held = new HashMap<>(RELAXATION);
        held.put("held", List.of(1, 2, 65));
        held.put("cellFree", false);
        assertThat(Templates.render("lammps/relax.in", held)).isEqualTo(golden("relax-held-atoms.in"));
    }

    @Test
    void a_lammps_relaxation_with_little_time_is_rendered_as_its_golden_file() {
        Map<String, Object> hurried = new HashMap<>(RELAXATION);
        hurried.put("timeout", "0:01:05");
        assertThat(Templates.render("lammps/relax.in", hurried)).isEqualTo(golden("relax-little-time.in"));
    }

    @Test
    void lammps_dynamics_under_pressure_are_rendered_as_their_golden_file() {
        assertThat(Templates.render("lammps/dynamics.in", DYNAMICS)).isEqualTo(golden("dynamics-npt.in"));
    }

    @Test
    void lammps_dynamics_that_go_on_are_rendered_as_their_golden_file() {
        Map<String, Object> onward = new HashMap<>(DYNAMICS);
        onward.put("from", "restart.from");
        onward.put("ensemble", "nvt");
        onward.put("held", List.of(1, 2));
        onward.put("timeout", "0:01:05");
        assertThat(Templates.render("lammps/dynamics.in", onward)).isEqualTo(golden("dynamics-onward.in"));
    }

    private static final List<Object> SITES =
            List.of(List.of("H", 0.0, 2.0, 2.0), List.of("H", 0.75, 2.0, 2.0, 0, 0, 0));

    @Test
    void a_path_of_neb_x_is_rendered_as_its_golden_file() {
        Map<String, Object> values = Map.of(
                "path", List.of("num_of_images = 3", "path_thr = 0.05"),
                "namelists", List.of(Map.of("name", "control", "lines", List.of("prefix = 'cairn'"))),
                "species", List.of(List.of("H", 1.008, "H.upf")),
                "cell", List.of(List.of(4.0, 0.0, 0.0), List.of(0.0, 4.0, 0.0), List.of(0.0, 0.0, 4.0)),
                "first", SITES,
                "between", List.of(SITES),
                "last", SITES,
                "gamma", true,
                "mesh", List.of(1, 1, 1));
        assertThat(Templates.render("espresso/neb.in", values)).isEqualTo(golden("neb.in"));
    }

    @Test
    void a_run_of_cp2k_that_goes_on_is_rendered_as_its_golden_file() {
        String motion = Templates.render(
                "cp2k/relax.inp",
                Map.of(
                        "section",
                        "CELL_OPT",
                        "maxSteps",
                        50,
                        "maxForce",
                        0.0001,
                        "cellFree",
                        true,
                        "pressureBar",
                        180.0,
                        "goesOn",
                        true));
        Map<String, Object> values = Map.of(
                "runType",
                "CELL_OPT",
                "seed",
                2000,
                "seconds",
                65,
                "goesOn",
                true,
                "motion",
                motion,
                "held",
                List.of(1, 2));
        assertThat(Templates.render("cp2k/run.inp", values)).isEqualTo(golden("cp2k-cell-opt.inp"));
    }

    @Test
    void dynamics_of_cp2k_under_pressure_are_rendered_as_their_golden_file() {
        Map<String, Object> values = Map.of(
                "ensemble", "NPT_I",
                "steps", 100,
                "timestepFs", 0.5,
                "temperatureK", 300.0,
                "thermostatFs", 50.0,
                "barostatFs", 500.0,
                "pressureBar", 1.0);
        assertThat(Templates.render("cp2k/md.inp", values)).isEqualTo(golden("cp2k-md.inp"));
    }

    @Test
    void a_band_of_cp2k_is_rendered_as_its_golden_file() {
        List<Object> image = List.of(List.of(0.0, 2.0, 2.0), List.of(0.75, 2.0, 2.0));
        Map<String, Object> values = Map.of(
                "bandType",
                "CI-NEB",
                "cores",
                1,
                "spring",
                0.001,
                "maxForce",
                0.0005,
                "maxSteps",
                60,
                "images",
                List.of(image, image, image));
        assertThat(Templates.render("cp2k/band.inp", values)).isEqualTo(golden("cp2k-band.inp"));
    }

    @Test
    void a_lammps_engine_is_rendered_as_its_golden_file() {
        assertThat(Templates.render("lammps/engine.in", engine("4711/s"))).isEqualTo(golden("engine.in"));
    }

    @Test
    void a_lammps_engine_without_a_socket_of_its_own_is_rendered_as_its_golden_file() {
        assertThat(Templates.render("lammps/engine.in", engine(""))).isEqualTo(golden("engine-library.in"));
    }

    private static Map<String, Object> engine(String socket) {
        return Map.of(
                "model", "SW_StillingerWeber_1985_Si__MO_405512056662_006", "species", List.of("Si"), "socket", socket);
    }

    @Test
    void numbers_are_printed_the_same_in_every_locale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Templates.render("lammps/relax.in", RELAXATION)).isEqualTo(golden("relax-free-cell.in"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_value_that_nobody_gave_is_an_error_that_names_it() {
        assertThatThrownBy(() -> Templates.render("lammps/engine.in", Map.of("model", "m")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("species");
    }

    @Test
    void a_template_that_does_not_exist_is_an_error_that_names_it() {
        assertThatThrownBy(() -> Templates.render("lammps/nothing.in", Map.of()))
                .hasMessage("there is no template lammps/nothing.in");
    }

    private static String golden(String name) {
        try (InputStream file = TemplatesTest.class.getResourceAsStream("golden/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
