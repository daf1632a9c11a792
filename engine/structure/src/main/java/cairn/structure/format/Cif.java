package cairn.structure.format;

import cairn.structure.Fraction;
import cairn.structure.LatticeParameters;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;

/// Crystallographic Information Files (CIF 1.1; Hall, Allen, Brown, Acta Cryst. A 47, 655 (1991)).
///
/// Reading: the one block with atoms is taken; its symmetry operations are applied to its sites, and images
/// that fall together are one atom ([cairn.structure.symmetry.Orbit#MERGE_ANG]). The atoms come site by
/// site, the images of a site in the order of the operations. Refused in words are partial occupancies, a
/// space group without its operations (no table could tell which origin choice is meant), and a result that
/// contradicts the file's own multiplicities or formula. Uncertainties such as 5.431(2) are dropped.
///
/// Writing: P 1 with every atom. A CIF knows lengths and angles only: how the cell lies in space, and which
/// atoms are held fixed, is lost.
public final class Cif {
    private Cif() {}

    /// A structure, and the sites that the file names, by label: where the labelled atom itself is. A label
    /// given twice names its first site.
    public record Crystal(Structure structure, SequencedMap<String, Fraction> sites) {}

    /// @throws FormatException if the file does not say one ordered crystal clearly
    public static Structure read(Path path) {
        return readCrystal(path).structure();
    }

    /// @throws FormatException if the file does not say one ordered crystal clearly
    public static Crystal readCrystal(Path path) {
        return parseCrystal(TextFiles.read(path), TextFiles.name(path));
    }

    public static void write(Path path, Structure structure) {
        TextFiles.write(path, format(structure));
    }

    /// Reads the text of a file called `file`, which only the messages use.
    public static Structure parse(String text, String file) {
        return parseCrystal(text, file).structure();
    }

    public static Crystal parseCrystal(String text, String file) {
        return new CifCrystal(blockWithAtoms(CifBlock.parse(text, file), file)).build();
    }

    /// @throws IllegalArgumentException if the cell is left-handed: its mirror image is all a CIF could say
    public static String format(Structure structure) {
        if (!structure.cell().isRightHanded()) {
            throw new IllegalArgumentException("a CIF cannot say a left-handed cell: write POSCAR or extended XYZ");
        }
        StringBuilder text = new StringBuilder();
        text.append("data_").append(structure.composition().formula()).append('\n');
        appendCell(text, structure.cell().parameters());
        text.append("_symmetry_space_group_name_H-M 'P 1'\n_symmetry_Int_Tables_number 1\n");
        text.append("loop_\n_symmetry_equiv_pos_as_xyz\n'x, y, z'\n");
        text.append("loop_\n_atom_site_label\n_atom_site_type_symbol\n");
        text.append("_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n");
        for (int atom = 0; atom < structure.count(); atom++) {
            String symbol = structure.species().get(atom).symbol();
            Fraction at = structure.fraction(atom);
            text.append(symbol).append(atom + 1).append(' ').append(symbol).append(' ');
            text.append(Columns.row(at.a(), at.b(), at.c())).append(" 1\n");
        }
        return text.toString();
    }

    private static void appendCell(StringBuilder text, LatticeParameters cell) {
        text.append("_cell_length_a ").append(cell.aAng()).append('\n');
        text.append("_cell_length_b ").append(cell.bAng()).append('\n');
        text.append("_cell_length_c ").append(cell.cAng()).append('\n');
        text.append("_cell_angle_alpha ").append(cell.alphaDegrees()).append('\n');
        text.append("_cell_angle_beta ").append(cell.betaDegrees()).append('\n');
        text.append("_cell_angle_gamma ").append(cell.gammaDegrees()).append('\n');
    }

    private static CifBlock blockWithAtoms(List<CifBlock> blocks, String file) {
        List<CifBlock> withAtoms = blocks.stream()
                .filter(block -> block.has("_atom_site_fract_x") || block.has("_atom_site_label"))
                .toList();
        if (withAtoms.isEmpty()) {
            throw new FormatException(
                    file, FormatException.WHOLE_FILE, "no data block has atoms", "give a CIF with an _atom_site_ loop");
        }
        if (withAtoms.size() > 1) {
            String names =
                    String.join(", ", withAtoms.stream().map(CifBlock::name).toList());
            throw new FormatException(
                    file,
                    FormatException.WHOLE_FILE,
                    "several data blocks have atoms: " + names,
                    "keep the one that is meant");
        }
        return withAtoms.getFirst();
    }
}
