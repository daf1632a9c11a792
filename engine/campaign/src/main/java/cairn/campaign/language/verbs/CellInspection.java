package cairn.campaign.language.verbs;

import cairn.campaign.language.StepContext;
import cairn.campaign.work.order.Verify;
import cairn.campaign.yaml.Problems;
import cairn.structure.Cell;
import cairn.structure.Structure;
import java.util.Optional;

/// What an expert objects to in the cells of a band and of its endpoints, before anything runs.
final class CellInspection {
    /// Lattice vectors in two files that differ by less, Angstrom, are meant to be the same.
    private static final double TOLERANCE = 1e-6;

    private final StepContext step;
    private final Problems problems;

    CellInspection(StepContext step, Problems problems) {
        this.step = step;
        this.problems = problems;
    }

    /// `from` and `to` relax the endpoints; that they do it in the same way is not asked here.
    void run(StepContext from, StepContext to) {
        switch (step.get(Neb.CELL)) {
            case FIXED -> fixed(from, to);
            case FREE -> free(from, to);
        }
    }

    private void fixed(StepContext from, StepContext to) {
        if (from.id().equals(to.id()) || from.get(Relax.CELL) != to.get(Relax.CELL)) {
            return;
        }
        String both = "the endpoints '" + from.id() + "' and '" + to.id() + "' ";
        String transition = "for a transition in which the cell changes, ";
        if (from.get(Relax.CELL) == CellMode.FREE) {
            block(
                    both + "relax their cells, each its own",
                    "relax the cell of the host, and keep it: cell: fixed; " + transition
                            + "give the band cell: free, too");
        } else if (inDifferentCells(from.structure(), to.structure())) {
            block(
                    both + "lie in different cells",
                    "build both in one cell; " + transition
                            + "relax both with cell: free, and give the band cell: free");
        }
    }

    /// Of other atoms it is said elsewhere that they are others.
    private static boolean inDifferentCells(Optional<Structure> from, Optional<Structure> to) {
        return from.isPresent()
                && to.isPresent()
                && from.get().species().equals(to.get().species())
                && differ(from.get().cell(), to.get().cell());
    }

    private static boolean differ(Cell one, Cell other) {
        double[] first = one.toArray();
        double[] second = other.toArray();
        for (int i = 0; i < first.length; i++) {
            if (Math.abs(first[i] - second[i]) > TOLERANCE) {
                return true;
            }
        }
        return false;
    }

    private void free(StepContext from, StepContext to) {
        if (from.get(Relax.CELL) == CellMode.FIXED && to.get(Relax.CELL) == CellMode.FIXED) {
            block(
                    "the cell of the band is free, but its endpoints '" + from.id() + "' and '" + to.id()
                            + "' are relaxed in fixed cells, so neither is a minimum",
                    "relax both with cell: free");
        }
        if (!step.setup().code().givesStress()) {
            objectTo(
                    step.setup().code().name() + " gives no stress, without which no cell moves",
                    "take another code, or cell: fixed");
        }
        if (step.get(Neb.SEARCH) == Neb.Kind.SURROGATE) {
            objectTo("a surrogate learns energies in one cell, and here each image has its own", "take search: plain");
        }
        if (step.get(Neb.VERIFY) == Verify.SADDLE) {
            objectTo("the check of a saddle point does not move the cell", "take verify: nothing, or cell: fixed");
        }
        step.pass(step.setup().code().remarksAcrossCells(), problems);
    }

    private void block(String what, String advice) {
        problems.block("E2", step.at(Neb.ENDPOINTS), what, advice);
    }

    private void objectTo(String what, String advice) {
        problems.add(step.at(Neb.CELL), what, advice);
    }
}
