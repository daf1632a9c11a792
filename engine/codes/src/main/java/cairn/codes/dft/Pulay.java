package cairn.codes.dft;

import cairn.codes.Remark;
import java.util.List;
import java.util.function.DoubleFunction;

/// Rule W9. Plane waves are chosen for a cell, and a cell that changes loses or gains some, which acts as a pressure
/// (Pulay stress; Francis and Payne, J. Phys.: Condens. Matter 2, 4395 (1990)). It is small where the cutoff is well
/// above what energies at one volume need: VASP's manual says by 30 %.
public final class Pulay {
    private static final double MARGIN = 1.3;

    private Pulay() {}

    /// `harderThan` tells for a cutoff (eV) the potentials that ask for more, a sentence each.
    public static List<Remark> remarks(double cutoffEv, DoubleFunction<List<String>> harderThan) {
        return harderThan.apply(cutoffEv / MARGIN).stream()
                .map(what -> new Remark(
                        "W9",
                        "cutoff",
                        "the cell relaxes, and " + what,
                        "take 1.3 times that, or the cell comes out too small by the Pulay stress"))
                .toList();
    }
}
