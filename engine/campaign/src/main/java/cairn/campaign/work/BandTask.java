package cairn.campaign.work;

import cairn.neb.NebSettings;
import java.util.Objects;

/// How a band is searched, and what is asked of it at its end.
public record BandTask(NebSettings settings, SearchChoice search, Verify verify) {
    public BandTask {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(search);
        Objects.requireNonNull(verify);
    }

    /// A search that ends when it has converged.
    public static BandTask of(NebSettings settings, SearchChoice search) {
        return new BandTask(settings, search, Verify.NOTHING);
    }

    public BandTask verifying(Verify verify) {
        return new BandTask(settings, search, verify);
    }
}
