package cairn.structure.format;

import static cairn.structure.Crystals.crystal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import cairn.structure.Fraction;
import cairn.structure.Structure;
import cairn.structure.distance.Neighbours;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"POSCAR", "CONTCAR.relaxed", "a.vasp", "b.poscar", "c.xyz", "d.extxyz", "e.xsf"})
    void the_name_says_the_format(String name, @TempDir Path folder) {
        Structure crystal = crystal("Li7Si3");

        StructureFiles.write(folder.resolve(name), crystal);

        assertThat(StructureFiles.read(folder.resolve(name))).isEqualTo(crystal);
    }

    @Test
    void a_name_that_says_no_format_is_refused_with_those_that_do() {
        assertThat(StructureFiles.knows(Path.of("Si.pdb"))).isFalse();
        assertThatThrownBy(() -> StructureFiles.read(Path.of("Si.pdb")))
                .hasMessage("Si.pdb: the name does not say which format this is; "
                        + "name it *.cif, POSCAR*, CONTCAR*, *.poscar, *.vasp, *.xyz, *.extxyz or *.xsf");
    }

    @Test
    void a_file_that_is_not_there_is_refused_by_name(@TempDir Path folder) {
        assertThatThrownBy(() -> StructureFiles.read(folder.resolve("Si.cif")))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("there is no file " + folder.resolve("Si.cif"));
    }

    @Test
    void the_first_campaigns_silicon_is_a_diamond_lattice() {
        Path root = Path.of(System.getProperty("cairn.root"));

        Structure silicon = StructureFiles.read(root.resolve("workflows/li-in-silicon/structures/Si.cif"));

        assertThat(silicon.composition().formula()).isEqualTo("Si8");
        assertThat(StructureFiles.sites(root.resolve("workflows/li-in-silicon/structures/Si.cif")))
                .containsExactly(entry("Si1", new Fraction(0, 0, 0)));
        assertThat(Neighbours.closest(silicon).distanceAng())
                .isEqualTo(Neighbours.closest(crystal("Si")).distanceAng());
    }
}
