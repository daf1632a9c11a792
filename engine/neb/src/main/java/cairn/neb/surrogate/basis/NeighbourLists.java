package cairn.neb.surrogate.basis;

import java.util.concurrent.ConcurrentLinkedDeque;

/// Neighbour lists of the images of a band, found again while an image stays near where its list was made.
final class NeighbourLists {
    /// What an atom may move by, Angstrom, before its neighbours are looked for again (twice the way).
    private static final double SKIN = 0.5;
    /// Lists kept: more than a band has images.
    private static final int KEPT = 32;

    private final Sites sites;
    private final ConcurrentLinkedDeque<Neighbours> kept = new ConcurrentLinkedDeque<>();

    NeighbourLists(Sites sites) {
        this.sites = sites;
    }

    /// Which list it is does not change a result: pairs beyond the reach are left out by whoever uses it.
    Neighbours of(double[] positions) {
        for (Neighbours known : kept) {
            if (known.isGoodFor(positions)) {
                return known;
            }
        }
        Neighbours found = Neighbours.of(sites.cell, positions, sites::reachOfMoving, SKIN);
        kept.addFirst(found);
        if (kept.size() > KEPT) {
            kept.pollLast();
        }
        return found;
    }
}
