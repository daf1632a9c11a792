package cairn.campaign.verb;

import cairn.analysis.elasticity.BirchMurnaghan;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Cell;
import cairn.structure.Structure;
import java.util.Arrays;

/// The volumes of an equation of state: how many, evenly from (1 - range) to (1 + range) times that of the structure,
/// and how the atoms relax at each.
public record Volumes(int count, double range, RelaxSettings relaxation) {
    public Volumes {
        if (count < BirchMurnaghan.FEWEST_POINTS || !(range > 0 && range < 0.5)) {
            throw new IllegalArgumentException("no equation of state from " + count + " volumes within " + range);
        }
    }

    /// The structure at one of the volumes, from 0; every atom at the same fractions of the cell.
    Structure at(int point, Structure structure) {
        return scaled(structure, 1 - range + 2 * range * point / (count - 1));
    }

    static Structure scaled(Structure structure, double volumeRatio) {
        double scale = Math.cbrt(volumeRatio);
        double[] rows = Arrays.stream(structure.cell().toArray())
                .map(component -> scale * component)
                .toArray();
        return structure.inCell(Cell.of(rows));
    }
}
