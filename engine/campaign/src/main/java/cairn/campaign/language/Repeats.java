package cairn.campaign.language;

import cairn.campaign.shape.Shape;
import cairn.campaign.shape.Shapes;

/// How often a cell is repeated along its three lattice vectors.
public record Repeats(int a, int b, int c) {
    public static final Repeats NONE = new Repeats(1, 1, 1);

    static Shape<Repeats> shape() {
        return Shapes.three(Shapes.integer(1, 100), "three whole numbers such as [2, 2, 2]")
                .map(n -> new Repeats(n.get(0), n.get(1), n.get(2)));
    }
}
