package cairn.codes.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.Code;
import cairn.codes.EngineFailure;
import cairn.codes.ForceEngine;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// With the real LAMMPS over a real socket, as a library and as a command. That it agrees with a cold start is shown in
/// [RelaxationTest].
@ParameterizedClass
@MethodSource("ways")
class LammpsEngineTest {
    private static final Code LAMMPS = Lammps.withLithiumSilicon();
    private static final double[] TETRAHEDRAL = {.5, .5, .5};
    private static final double[] FAR_AWAY = {1.5, 1.5, 1.5};

    private final Way way;

    @TempDir
    private Path folder;

    LammpsEngineTest(Way way) {
        this.way = way;
    }

    @BeforeAll
    static void lammpsIsThere() {
        Silicon.needsLammps();
    }

    static Stream<Way> ways() {
        return Stream.concat(Way.libraryOfCommand().map(Way.Library::new).stream(), Stream.of(new Way.Command()));
    }

    private ForceEngine open(String name) {
        return LammpsEngine.of(folder.resolve(name), KimModel.CUI_2012_LI_SI, List.of(way));
    }

    @Test
    void an_answer_depends_neither_on_what_was_asked_before_nor_on_the_engine() {
        Structure here = Silicon.rattled(Silicon.crystal(2, TETRAHEDRAL), .1, 1);
        Structure there = Silicon.rattled(Silicon.crystal(2, FAR_AWAY), .1, 2);
        try (ForceEngine one = open("one");
                ForceEngine other = open("other")) {
            Evaluation first = one.evaluate(here);
            Evaluation second = one.evaluate(there);
            assertThat(one.evaluate(here)).isEqualTo(first);
            assertThat(other.evaluate(there)).isEqualTo(second);
            assertThat(other.evaluate(here)).isEqualTo(first);
        }
    }

    @Test
    void the_forces_are_the_gradient_of_the_energy() {
        Structure structure = Silicon.rattled(Silicon.crystal(1, TETRAHEDRAL), .1, 3);
        double step = 1e-4;
        try (ForceEngine engine = open("engine")) {
            Evaluation evaluation = engine.evaluate(structure);
            for (int component : new int[] {0, 7, 26}) {
                double up = engine.evaluate(moved(structure, component, step)).energyEv();
                double down =
                        engine.evaluate(moved(structure, component, -step)).energyEv();
                assertThat(evaluation.forces().toArray()[component]).isCloseTo((down - up) / (2 * step), within(1e-6));
            }
        }
    }

    @Test
    void the_stress_is_the_derivative_of_the_energy_by_strain() {
        Structure structure = Silicon.rattled(Silicon.crystal(1), .1, 4);
        double[] stress;
        double[] differences = new double[6];
        int[][] pairs = {{0, 0}, {4, 4}, {8, 8}, {5, 7}, {2, 6}, {1, 3}};
        try (ForceEngine engine = open("engine")) {
            stress = RelaxationTest.components(engine.evaluate(structure));
            for (int i = 0; i < 6; i++) {
                differences[i] = strainDerivative(engine, structure, pairs[i])
                        / structure.cell().volume();
            }
        }
        assertThat(stress).containsExactly(differences, within(1e-7));
    }

    @Test
    void other_atoms_get_another_child() {
        try (ForceEngine engine = open("engine")) {
            double eight = engine.evaluate(Silicon.crystal(1)).energyEv();
            double sixtyFour = engine.evaluate(Silicon.crystal(2)).energyEv();
            assertThat(sixtyFour).isCloseTo(8 * eight, within(1e-8));
        }
    }

    @Test
    void an_element_that_the_model_does_not_know_is_said_with_lammps_own_words() {
        Structure titanium = Structure.free(
                Cell.orthorhombic(9, 9, 9), List.of(Element.ofSymbol("Ti").orElseThrow()), Positions.of(0, 0, 0));
        assertThat(LAMMPS.objections(titanium)).singleElement().asString().contains("Ti");
        try (ForceEngine engine = open("engine")) {
            assertThatThrownBy(() -> engine.evaluate(titanium))
                    .isInstanceOfSatisfying(
                            EngineFailure.class,
                            failure -> assertThat(failure.error().signature()).isEqualTo("lammps/unknown-species"));
        }
    }

    @Test
    void atoms_in_far_cells_are_the_same_atoms() {
        Structure here = Silicon.rattled(Silicon.crystal(1), .1, 5);
        double[] positions = here.positions().toArray();
        for (int axis = 0; axis < 3; axis++) {
            positions[axis] += (3 - 4 * axis) * here.cell().component(axis, axis);
        }
        try (ForceEngine engine = open("engine")) {
            Evaluation first = engine.evaluate(here);
            Evaluation away = engine.evaluate(here.withPositions(Positions.of(positions)));
            assertThat(away.energyEv()).isCloseTo(first.energyEv(), within(1e-10));
            assertThat(away.forces().toArray()).containsExactly(first.forces().toArray(), within(1e-10));
        }
    }

    @Test
    void a_child_that_is_killed_is_followed_by_another_that_gives_the_same_answer() {
        Structure silicon = Silicon.crystal(1);
        try (ForceEngine engine = open("engine")) {
            Evaluation before = engine.evaluate(silicon);
            ProcessHandle killed = Children.in(folder).getFirst();
            killed.destroyForcibly();
            assertThat(engine.evaluate(silicon)).isEqualTo(before);
            assertThat(Children.in(folder)).singleElement().isNotEqualTo(killed);
        }
    }

    @Test
    void the_version_is_lammps_own_words() {
        try (ForceEngine engine = open("engine")) {
            engine.evaluate(Silicon.crystal(1));
            assertThat(engine.version()).matches("LAMMPS \\d+ [A-Z][a-z]{2} \\d{4}.*");
        }
    }

    @Test
    void overlapping_atoms_are_refused_before_lammps_hangs_on_them() {
        Structure overlapping = Silicon.crystal(1, new double[] {.5, .5, .5}, new double[] {.5, .5, .52});
        assertThat(LAMMPS.objections(overlapping))
                .singleElement()
                .asString()
                .startsWith("atoms 8 (Li) and 9 (Li), counted from 0, are only 0.11 Angstrom apart");
        try (ForceEngine engine = open("engine")) {
            assertThatThrownBy(() -> engine.evaluate(overlapping)).isInstanceOf(EngineFailure.class);
        }
        assertThat(Children.in(folder)).isEmpty();
    }

    @Test
    void an_engine_that_is_closed_has_no_child() {
        try (ForceEngine engine = open("engine")) {
            engine.evaluate(Silicon.crystal(1));
            assertThat(Children.in(folder)).hasSize(1);
        }
        assertThat(Children.in(folder)).isEmpty();
    }

    private static Structure moved(Structure structure, int component, double by) {
        double[] positions = structure.positions().toArray();
        positions[component] += by;
        return structure.withPositions(Positions.of(positions));
    }

    private static double strainDerivative(ForceEngine engine, Structure structure, int[] pair) {
        double step = 1e-5;
        double[] strain = new double[9];
        strain[pair[0]] += step / 2;
        strain[pair[1]] += step / 2;
        double up = engine.evaluate(Silicon.strained(structure, strain)).energyEv();
        strain[pair[0]] = -strain[pair[0]];
        strain[pair[1]] = pair[0] == pair[1] ? strain[pair[1]] : -strain[pair[1]];
        double down = engine.evaluate(Silicon.strained(structure, strain)).energyEv();
        return (up - down) / (2 * step);
    }
}
