package cairn.analysis.anode;

import cairn.structure.Composition;
import cairn.structure.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/// A host takes ions up and becomes one crystal, or falls apart into several: Mg2Si + 17/4 Li = 1/4 Li17Si4 + 2 Mg. All
/// of one formula unit of the host.
public final class Uptake {
    /// Shares of one formula unit that differ by less are rounding.
    private static final double ROUNDING = 1e-9;

    private final List<Composition> products;
    private final double[] shares;
    private final double ions;

    private Uptake(List<Composition> products, double[] shares, double ions) {
        this.products = products;
        this.shares = shares;
        this.ions = ions;
    }

    /// The reaction of a host to these crystals; empty if no positive shares of all of them hold what the host holds,
    /// and more ions. Compositions may be multiples of a formula unit.
    public static Optional<Uptake> of(Composition host, List<Composition> products, Element ion) {
        List<Composition> units = products.stream().map(Composition::reduced).toList();
        double[] shares = shares(host.reduced(), units, ion);
        double ions = IntStream.range(0, shares.length)
                        .mapToDouble(i -> shares[i] * units.get(i).count(ion))
                        .sum()
                - host.reduced().count(ion);
        boolean positive = Arrays.stream(shares).allMatch(share -> share > ROUNDING) && ions > ROUNDING;
        return positive && balances(host.reduced(), units, shares, ion)
                ? Optional.of(new Uptake(units, shares, ions))
                : Optional.empty();
    }

    /// The least squares of the balance of all elements but the ion.
    private static double[] shares(Composition host, List<Composition> products, Element ion) {
        List<Element> elements = elements(host, products, ion);
        if (elements.isEmpty() || products.isEmpty()) {
            return new double[products.size()];
        }
        RealMatrix matrix = new Array2DRowRealMatrix(elements.size(), products.size());
        RealVector wanted = new ArrayRealVector(elements.size());
        for (int row = 0; row < elements.size(); row++) {
            wanted.setEntry(row, host.count(elements.get(row)));
            for (int column = 0; column < products.size(); column++) {
                matrix.setEntry(row, column, products.get(column).count(elements.get(row)));
            }
        }
        return new SingularValueDecomposition(matrix).getSolver().solve(wanted).toArray();
    }

    private static boolean balances(Composition host, List<Composition> products, double[] shares, Element ion) {
        return elements(host, products, ion).stream()
                .allMatch(element ->
                        Math.abs(sum(products, shares, product -> product.count(element)) - host.count(element))
                                < ROUNDING);
    }

    private static List<Element> elements(Composition host, List<Composition> products, Element ion) {
        Set<Element> elements = new LinkedHashSet<>(host.counts().keySet());
        products.forEach(product -> elements.addAll(product.counts().keySet()));
        elements.remove(ion);
        return new ArrayList<>(elements);
    }

    private static double sum(List<Composition> products, double[] shares, ToDoubleFunction<Composition> each) {
        return IntStream.range(0, shares.length)
                .mapToDouble(i -> shares[i] * each.applyAsDouble(products.get(i)))
                .sum();
    }

    /// Ions that one formula unit of the host takes up.
    public double ions() {
        return ions;
    }

    /// A quantity of the products, of each of which it is given for one formula unit.
    public double ofProducts(ToDoubleFunction<Composition> ofUnit) {
        return sum(products, shares, ofUnit);
    }

    /// The mean voltage against the metal of the ion, from energies of one formula unit of each crystal, eV.
    ///
    /// V = -(E products - E host - x E metal) / (x z), Aydinol et al., Phys. Rev. B 56, 1354 (1997), eq. 3.
    public double meanVoltageV(double hostEv, ToDoubleFunction<Composition> productEv, double metalEv, int charge) {
        return -(ofProducts(productEv) - hostEv - ions * metalEv) / (ions * charge);
    }
}
