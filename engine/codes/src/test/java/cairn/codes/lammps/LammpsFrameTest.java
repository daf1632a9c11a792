package cairn.codes.lammps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.structure.Cell;
import cairn.structure.Forces;
import cairn.structure.Stress;
import cairn.structure.Structure;
import org.junit.jupiter.api.Test;

class LammpsFrameTest {
    private static final Structure SKEWED = Silicon.crystal(1)
            .withCell(Cell.of(1, 5, 2, -4, 1, 3, 2, -1, 6), Silicon.crystal(1).positions());

    @Test
    void a_cell_that_lies_right_is_left_exactly_as_it_is() {
        Structure right = Silicon.rattled(
                Silicon.crystal(1)
                        .withCell(
                                Cell.of(5, 0, 0, 1.1, 6, 0, -0.3, 2, 7),
                                Silicon.crystal(1).positions()),
                0.1,
                1);
        LammpsFrame frame = LammpsFrame.of(right.cell());
        assertThat(frame.enter(right)).isEqualTo(right);
        assertThat(frame.leave(right.positions())).isEqualTo(right.positions());
    }

    @Test
    void a_framed_cell_has_a_along_x_and_b_in_the_xy_plane_and_the_same_lengths_and_angles() {
        Cell framed = LammpsFrame.of(SKEWED.cell()).enter(SKEWED).cell();
        assertThat(framed.component(0, 1)).isZero();
        assertThat(framed.component(0, 2)).isZero();
        assertThat(framed.component(1, 2)).isZero();
        for (int vector = 0; vector < 3; vector++) {
            assertThat(framed.component(vector, vector)).isPositive();
            assertThat(framed.length(vector)).isCloseTo(SKEWED.cell().length(vector), within(1e-12));
            assertThat(framed.angleDegrees(vector, (vector + 1) % 3))
                    .isCloseTo(SKEWED.cell().angleDegrees(vector, (vector + 1) % 3), within(1e-10));
        }
    }

    @Test
    void what_enters_leaves_as_it_was() {
        LammpsFrame frame = LammpsFrame.of(SKEWED.cell());
        Structure framed = frame.enter(SKEWED);
        assertThat(frame.leave(framed.positions()).toArray())
                .containsExactly(SKEWED.positions().toArray(), within(1e-13));
        assertThat(frame.leave(framed.cell()).toArray())
                .containsExactly(SKEWED.cell().toArray(), within(1e-13));
    }

    @Test
    void a_left_handed_cell_is_mirrored_and_comes_back() {
        Structure left = SKEWED.withCell(Cell.of(-4, 1, 3, 1, 5, 2, 2, -1, 6), SKEWED.positions());
        LammpsFrame frame = LammpsFrame.of(left.cell());
        Structure framed = frame.enter(left);
        assertThat(framed.cell().component(2, 2)).isPositive();
        assertThat(frame.leave(framed.positions()).toArray())
                .containsExactly(left.positions().toArray(), within(1e-13));
    }

    @Test
    void a_stress_turns_as_the_dyad_of_two_vectors_does() {
        LammpsFrame frame = LammpsFrame.of(SKEWED.cell());
        Forces vector = frame.leave(Forces.of(1, 2, 3));
        Stress turned = frame.leave(new Stress.Tensor(1, 4, 9, 6, 3, 2));
        Stress.Tensor tensor = (Stress.Tensor) turned;
        assertThat(tensor.xx()).isCloseTo(vector.x(0) * vector.x(0), within(1e-12));
        assertThat(tensor.zz()).isCloseTo(vector.z(0) * vector.z(0), within(1e-12));
        assertThat(tensor.yz()).isCloseTo(vector.y(0) * vector.z(0), within(1e-12));
        assertThat(tensor.xz()).isCloseTo(vector.x(0) * vector.z(0), within(1e-12));
        assertThat(tensor.xy()).isCloseTo(vector.x(0) * vector.y(0), within(1e-12));
    }
}
