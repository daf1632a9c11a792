package cairn.structure.format;

import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Element;
import cairn.structure.Fraction;
import cairn.structure.LatticeParameters;
import cairn.structure.Positions;
import cairn.structure.Structure;
import cairn.structure.distance.Neighbours;
import cairn.structure.symmetry.Orbit;
import cairn.structure.symmetry.SymmetryOperation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Builds the crystal that a data block describes.
final class CifCrystal {
    private static final String[] OPERATIONS = {"_space_group_symop_operation_xyz", "_symmetry_equiv_pos_as_xyz"};

    private final CifBlock block;
    private final Cell cell;
    private final List<SymmetryOperation> operations;

    CifCrystal(CifBlock block) {
        this.block = block;
        this.cell = cell(block);
        this.operations = operations(block);
    }

    Cif.Crystal build() {
        List<CifSite> sites = CifSite.all(block);
        List<Fraction> atoms = new ArrayList<>();
        List<CifSite> siteOfAtom = new ArrayList<>();
        for (CifSite site : sites) {
            Orbit orbit = Orbit.of(site.at(), operations, cell);
            checkMultiplicity(site, orbit.positions().size());
            atoms.addAll(orbit.positions());
            orbit.positions().forEach(_ -> siteOfAtom.add(site));
        }
        if (atoms.size() > Lines.MAX_ATOMS) {
            throw block.problem(atoms.size() + " atoms are more than " + Lines.MAX_ATOMS, "give a smaller cell");
        }
        Structure built = withoutRepeats(structure(atoms, siteOfAtom), siteOfAtom);
        CifFormula.check(block, built.composition());
        return new Cif.Crystal(built, labels(sites));
    }

    private static Cell cell(CifBlock block) {
        try {
            return new LatticeParameters(
                            number(block, "_cell_length_a"),
                            number(block, "_cell_length_b"),
                            number(block, "_cell_length_c"),
                            number(block, "_cell_angle_alpha"),
                            number(block, "_cell_angle_beta"),
                            number(block, "_cell_angle_gamma"))
                    .toCell();
        } catch (IllegalArgumentException e) {
            throw block.problem(String.valueOf(e.getMessage()), "correct the _cell_ tags");
        }
    }

    private static double number(CifBlock block, String tag) {
        return block.find(tag)
                .orElseThrow(() -> block.problem(tag + " is missing", "give all lengths and angles of the cell"))
                .number(block.file(), tag);
    }

    private static List<SymmetryOperation> operations(CifBlock block) {
        List<CifToken> given = block.firstColumn(OPERATIONS).stream()
                .filter(token -> !token.isAbsent())
                .toList();
        if (given.isEmpty()) {
            return List.of(identity(block));
        }
        return given.stream().map(token -> operation(block, token)).toList();
    }

    private static SymmetryOperation operation(CifBlock block, CifToken token) {
        try {
            return SymmetryOperation.parse(token.text());
        } catch (IllegalArgumentException e) {
            throw new FormatException(
                    block.file(), token.line(), String.valueOf(e.getMessage()), "correct the symmetry operation");
        }
    }

    /// What is left without operations: P 1, if the file says so.
    private static SymmetryOperation identity(CifBlock block) {
        String number = block.find("_space_group_it_number", "_symmetry_int_tables_number")
                .map(CifToken::text)
                .orElse("");
        String name = block.find("_space_group_name_h-m_alt", "_symmetry_space_group_name_h-m")
                .map(CifToken::text)
                .orElse("");
        boolean primitive = name.isEmpty()
                ? number.equals("1")
                : name.replaceAll("[\\s_]", "").equalsIgnoreCase("P1");
        if (!primitive) {
            String group = (name + " " + number).strip();
            throw block.problem(
                    "_symmetry_equiv_pos_as_xyz is missing, and the space group is "
                            + (group.isEmpty() ? "not given" : "'" + group + "'"),
                    "give the symmetry operations, which also settle the origin choice, or all atoms and the group 'P 1'");
        }
        return SymmetryOperation.parse("x, y, z");
    }

    /// The wrong origin choice puts a site on another position, with another number of images.
    private void checkMultiplicity(CifSite site, int images) {
        if (!(site.multiplicity() instanceof CifSite.OptionalMultiplicity.Given(int said)) || said == images) {
            return;
        }
        // Old files of SHELXL give the order of the site's own symmetry under this tag.
        if (said * images == operations.size()) {
            return;
        }
        throw new FormatException(
                block.file(),
                site.line(),
                "site " + site.label() + " is said to have multiplicity " + said + ", but the operations make " + images
                        + " atoms of it",
                "check that operations and coordinates are for the same origin choice");
    }

    private Structure structure(List<Fraction> atoms, List<CifSite> sites) {
        double[] positions = new double[3 * atoms.size()];
        List<Element> species = new ArrayList<>();
        for (int atom = 0; atom < atoms.size(); atom++) {
            System.arraycopy(cell.cartesian(atoms.get(atom)), 0, positions, 3 * atom, 3);
            species.add(sites.get(atom).element());
        }
        return new Structure(cell, species, Positions.of(positions), Constraints.none());
    }

    /// Files that list all atoms, and the operations too, say each atom many times.
    private Structure withoutRepeats(Structure structure, List<CifSite> sites) {
        BitSet repeated = new BitSet();
        Neighbours.within(structure, Orbit.MERGE_ANG, (one, other, _) -> {
            if (!structure.species().get(one).equals(structure.species().get(other))) {
                throw new FormatException(
                        block.file(),
                        sites.get(other).line(),
                        "sites " + sites.get(one).label() + " and "
                                + sites.get(other).label() + " are of different elements and in the same place",
                        "give an ordered cell, in which every place holds one element");
            }
            repeated.set(other);
        });
        return repeated.isEmpty() ? structure : without(structure, repeated);
    }

    private static Structure without(Structure structure, BitSet left) {
        List<Element> species = new ArrayList<>();
        double[] positions = structure.positions().toArray();
        double[] kept = new double[3 * (structure.count() - left.cardinality())];
        for (int atom = left.nextClearBit(0); atom < structure.count(); atom = left.nextClearBit(atom + 1)) {
            System.arraycopy(positions, 3 * atom, kept, 3 * species.size(), 3);
            species.add(structure.species().get(atom));
        }
        return new Structure(structure.cell(), species, Positions.of(kept), Constraints.none());
    }

    private static SequencedMap<String, Fraction> labels(List<CifSite> sites) {
        SequencedMap<String, Fraction> labels = new LinkedHashMap<>();
        sites.forEach(site -> labels.putIfAbsent(site.label(), site.at()));
        return labels;
    }
}
