package cairn.codes.meam;

import cairn.structure.Element;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// A MEAM ready for the kernels: parameters as flat arrays and tabulated pair functions. Never changes, and
/// can be shared by engines in all threads.
///
/// A kind is the index of an element in the parameters; arrays over kinds of pairs have the index
/// `one * kinds + other`, arrays over kinds of triplets `(one * kinds + other) * kinds + third`.
final class MeamPotential {
    final int kinds;

    /// Where the pair interaction ends, and the inverse of the width over which it fades.
    final double cutoff;

    final double inverseCutoffWidth;

    /// beta_0 to beta_3 over re of each kind, 1/Angstrom, and rho0 exp(beta_l): a_l(r) = amplitude exp(-decay r).
    final double[] decays;

    final double[] amplitudes;

    /// t_1 to t_3, A Ec (eV) and the background density of each kind.
    final double[] weights;

    final double[] embedding;
    final double[] background;

    /// Over kinds of pairs.
    final PairTable[] tables;

    /// Over kinds of pairs: no atom farther from either atom than this many squared pair distances screens.
    final double[] screeningReachSquared;

    /// Over kinds of triplets.
    final double[] cmin;

    final double[] cmax;

    /// 1 / (Cmax - Cmin).
    final double[] inverseWidth;

    private final List<String> symbols;

    private MeamPotential(MeamParameters parameters) {
        List<MeamElement> elements = parameters.elements();
        this.symbols = elements.stream().map(MeamElement::symbol).toList();
        this.kinds = elements.size();
        this.cutoff = parameters.cutoff();
        this.inverseCutoffWidth = 1 / parameters.cutoffWidth();
        this.decays = new double[4 * kinds];
        this.amplitudes = new double[4 * kinds];
        this.weights = new double[3 * kinds];
        this.embedding = new double[kinds];
        this.background = new double[kinds];
        this.tables = new PairTable[kinds * kinds];
        this.screeningReachSquared = new double[kinds * kinds];
        this.cmin = new double[kinds * kinds * kinds];
        this.cmax = new double[kinds * kinds * kinds];
        this.inverseWidth = new double[kinds * kinds * kinds];
        fillElements(elements);
        fillScreening(elements, parameters);
        fillTables(elements, parameters);
    }

    static MeamPotential of(MeamParameters parameters) {
        return new MeamPotential(parameters);
    }

    /// Beyond this distance (Angstrom) no atom matters: not even one that screens a pair at the cutoff.
    double reach() {
        double largest = 1;
        for (double reach : screeningReachSquared) {
            largest = Math.max(largest, reach);
        }
        return cutoff * Math.sqrt(largest);
    }

    /// The kind of an element, if the potential has it.
    OptionalInt kind(Element element) {
        int kind = symbols.indexOf(element.symbol());
        return kind < 0 ? OptionalInt.empty() : OptionalInt.of(kind);
    }

    private void fillElements(List<MeamElement> elements) {
        for (int kind = 0; kind < kinds; kind++) {
            MeamElement element = elements.get(kind);
            embedding[kind] = element.embedding() * element.rose().cohesiveEnergy();
            for (int order = 0; order < 4; order++) {
                decays[4 * kind + order] =
                        element.decays().get(order) / element.rose().distance();
                amplitudes[4 * kind + order] = element.atomicDensity(order, 0);
            }
            for (int order = 1; order < 4; order++) {
                weights[3 * kind + order - 1] = element.weights().get(order - 1);
            }
        }
    }

    private void fillScreening(List<MeamElement> elements, MeamParameters parameters) {
        for (int triplet = 0; triplet < cmin.length; triplet++) {
            int pair = triplet / kinds;
            ScreeningLimits limits = parameters.screening(
                    elements.get(pair / kinds), elements.get(pair % kinds), elements.get(triplet % kinds));
            cmin[triplet] = limits.cmin();
            cmax[triplet] = limits.cmax();
            inverseWidth[triplet] = 1 / (limits.cmax() - limits.cmin());
            screeningReachSquared[pair] = Math.max(screeningReachSquared[pair], limits.reachSquared());
        }
    }

    private void fillTables(List<MeamElement> elements, MeamParameters parameters) {
        List<ElementReference> references = elements.stream()
                .map(element -> new ElementReference(element, parameters.screening(element, element, element)))
                .toList();
        IntStream.range(0, kinds).forEach(kind -> {
            ElementReference reference = references.get(kind);
            background[kind] = reference.background();
            tables[kind * kinds + kind] = PairTable.of(reference::pairFunction, cutoff);
        });
        AlloyReference alloy = new AlloyReference(references.get(0), references.get(1), parameters);
        PairTable mixed = PairTable.of(alloy::pairFunction, cutoff);
        tables[1] = mixed;
        tables[kinds] = mixed;
    }
}
