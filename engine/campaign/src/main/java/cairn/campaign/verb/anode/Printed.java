package cairn.campaign.verb.anode;

import cairn.analysis.anode.Claim;
import cairn.structure.Composition;
import java.util.Map;
import java.util.Objects;

/// A row of somebody's table of anodes: the ions per formula unit of the host that its capacity is of, and the numbers
/// that it gives, of those quantities that it has.
public record Printed(String source, double ions, Map<Claim.Quantity, Double> numbers) {
    public Printed {
        Objects.requireNonNull(source);
        numbers = Map.copyOf(numbers);
    }

    /// What the row is of, such as `Li4.4Si`.
    String words(String ion, Composition host) {
        String count = ions == 1 ? "" : ions == Math.rint(ions) ? Long.toString((long) ions) : Double.toString(ions);
        return ion + count + host.formula();
    }
}
