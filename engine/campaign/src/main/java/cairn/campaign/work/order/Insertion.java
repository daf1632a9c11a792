package cairn.campaign.work.order;

import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Structure;
import cairn.structure.distance.LargestVoid;
import java.util.Arrays;

/// Atoms of one element that are put where there is most room, one after another, and the volume by which the cell
/// grows for each of them (Angstrom^3): Chevrier and Dahn, J. Electrochem. Soc. 156, A454 (2009).
public record Insertion(Element element, int count, double volumePerAtom) {
    public Insertion {
        if (count < 1 || !(volumePerAtom >= 0)) {
            throw new IllegalArgumentException("no insertion: " + count + " atoms of " + volumePerAtom + " Angstrom^3");
        }
    }

    public Structure into(Structure host) {
        Structure filled = host;
        for (int i = 0; i < count; i++) {
            filled = grown(filled.inserted(element, LargestVoid.in(filled).at()));
        }
        return filled;
    }

    private Structure grown(Structure structure) {
        Cell cell = structure.cell();
        double factor = Math.cbrt(1 + volumePerAtom / cell.volume());
        return structure.inCell(
                Cell.of(Arrays.stream(cell.toArray()).map(row -> factor * row).toArray()));
    }
}
