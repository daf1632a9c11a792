package cairn.neb;

import cairn.neb.optimize.Vector;
import cairn.structure.Evaluation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Which images of a band still need evaluations: those at rest are held where they are, as in the dynamic NEB of
/// Lindgren, Kastlunger, Peterson, J. Chem. Theory Comput. 15, 5787 (2019).
///
/// A held image has not moved since it was evaluated, so its true force is exact, and its NEB force, whose tangent and
/// springs come from its neighbours, is known anew in every round at no cost. When that grows, the image is let go.
/// So all forces that convergence is judged by are true ones, where the images stand.
record Attention(List<Integer> calmRounds) {
    /// An image is calm if its NEB force is below this part of fmax, and those of its neighbours below fmax.
    private static final double CALM = 0.5;
    /// A held image is let go when its NEB force reaches this part of fmax.
    private static final double DISTURBED = 0.9;
    /// Rounds in a row in which an image must be calm.
    private static final int ROUNDS = 4;

    Attention {
        calmRounds = List.copyOf(calmRounds);
    }

    static Attention everywhere(int interiorImages) {
        return new Attention(Collections.nCopies(interiorImages, 0));
    }

    /// Whether an interior image, counted from 1, is held.
    boolean isHeld(int image) {
        return calmRounds.get(image - 1) >= ROUNDS;
    }

    private int size() {
        return calmRounds.size();
    }

    /// After one more round; where all would be held, none is.
    Attention after(NebForces forces, double fmax) {
        List<Integer> rounds = new ArrayList<>();
        for (int image = 1; image <= size(); image++) {
            rounds.add(staysOrBecomesCalm(image, forces, fmax) ? calmRounds.get(image - 1) + 1 : 0);
        }
        return rounds.stream().allMatch(calm -> calm >= ROUNDS) ? everywhere(size()) : new Attention(rounds);
    }

    private boolean staysOrBecomesCalm(int image, NebForces forces, double fmax) {
        if (forces.climbing().orElse(0) == image) {
            return false;
        }
        if (isHeld(image)) {
            return forces.fmax(image) < DISTURBED * fmax;
        }
        boolean before = image == 1 || forces.fmax(image - 1) < fmax;
        boolean after = image == size() || forces.fmax(image + 1) < fmax;
        return before && after && forces.fmax(image) < CALM * fmax;
    }

    /// What is wanted of all the interior images.
    <T> List<T> wanted(List<T> interior) {
        List<T> wanted = new ArrayList<>();
        for (int image = 1; image <= size(); image++) {
            if (!isHeld(image)) {
                wanted.add(interior.get(image - 1));
            }
        }
        return List.copyOf(wanted);
    }

    /// All interior evaluations: the new ones, and of held images those of the round before.
    List<Evaluation> completed(List<Evaluation> fresh, List<Evaluation> before) {
        int wanted = wanted(calmRounds).size();
        if (fresh.size() != wanted) {
            throw new IllegalArgumentException(fresh.size() + " evaluations where " + wanted + " were wanted");
        }
        List<Evaluation> all = new ArrayList<>();
        int next = 0;
        for (int image = 1; image <= size(); image++) {
            all.add(isHeld(image) ? before.get(image - 1) : fresh.get(next++));
        }
        return all;
    }

    /// Interior positions with held images where they stand.
    Vector held(Vector moved, Vector standing) {
        int length = moved.size() / size();
        List<Vector> parts = new ArrayList<>();
        for (int image = 1; image <= size(); image++) {
            Vector from = isHeld(image) ? standing : moved;
            parts.add(from.slice((image - 1) * length, image * length));
        }
        return Vector.joined(parts);
    }
}
