package cairn.analysis.phases;

import java.util.List;
import java.util.stream.Collectors;

/// What a composition is made of on the hull: phases with their shares of the atoms, and the energy of that mixture
/// relative to the elements.
public record Decomposition(List<Share> shares, double formationEnergyEvPerAtom) {
    public Decomposition {
        shares = List.copyOf(shares);
    }

    /// A phase, and the fraction of all atoms that is in it.
    public record Share(Phase phase, double fraction) {}

    /// `LiSi`, or `Li12Si7 + Si`.
    public String words() {
        return shares.stream()
                .map(share -> share.phase().composition().reducedFormula())
                .collect(Collectors.joining(" + "));
    }
}
