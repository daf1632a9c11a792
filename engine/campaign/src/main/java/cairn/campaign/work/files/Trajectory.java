package cairn.campaign.work.files;

import cairn.neb.Observation;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.List;

/// The evaluations of a relaxation that are worth keeping: data about the slopes of a minimum, which a search that
/// starts there would else pay for.
///
/// Going back from the minimum, each is kept that stands so far from the one kept before it that it says something
/// new. The spacing grows with the length of the way, so that there are never many of them.
public final class Trajectory {
    /// Closer than this, Angstrom, two evaluations say the same.
    private static final double FINEST = 0.02;

    /// More than so many are not kept: each costs 120 bytes an atom, and the search that uses it some time.
    private static final int MOST = 8;

    private Trajectory() {}

    /// Of the evaluations of a relaxation in their order, those that are kept, in the same order; the last, which is
    /// the minimum itself, is not among them.
    public static List<Observation> thinned(List<Observation> all) {
        List<Observation> kept = new ArrayList<>();
        double spacing = Math.max(FINEST, length(all) / MOST);
        Structure last = all.getLast().structure();
        for (Observation observation : all.reversed()) {
            if (distance(last, observation.structure()) >= spacing) {
                kept.add(observation);
                last = observation.structure();
            }
        }
        return List.copyOf(kept.reversed());
    }

    private static double length(List<Observation> all) {
        double length = 0;
        for (int i = 1; i < all.size(); i++) {
            length += distance(all.get(i - 1).structure(), all.get(i).structure());
        }
        return length;
    }

    /// How far the atom moved that moved most, Angstrom; a relaxation wraps no atom.
    private static double distance(Structure from, Structure to) {
        Positions first = from.positions();
        Positions second = to.positions();
        double largest = 0;
        for (int atom = 0; atom < from.count(); atom++) {
            double x = second.x(atom) - first.x(atom);
            double y = second.y(atom) - first.y(atom);
            double z = second.z(atom) - first.z(atom);
            largest = Math.max(largest, Math.sqrt(x * x + y * y + z * z));
        }
        return largest;
    }
}
