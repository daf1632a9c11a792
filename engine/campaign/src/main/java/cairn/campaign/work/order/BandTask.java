package cairn.campaign.work.order;

import cairn.neb.Cells;
import cairn.neb.NebSettings;
import java.util.Objects;

/// How a band is searched, and what is asked of it at its end.
public record BandTask(NebSettings settings, SearchChoice search, Cells cells, Verify verify, Splitting splitting) {
    public BandTask {
        Objects.requireNonNull(settings);
        Objects.requireNonNull(search);
        Objects.requireNonNull(cells);
        Objects.requireNonNull(verify);
        Objects.requireNonNull(splitting);
    }

    /// A search in one cell, which ends when it has converged.
    public static BandTask of(NebSettings settings, SearchChoice search) {
        return new BandTask(settings, search, new Cells.Same(), Verify.NOTHING, new Splitting.Never());
    }

    public BandTask in(Cells cells) {
        return new BandTask(settings, search, cells, verify, splitting);
    }

    public BandTask verifying(Verify verify) {
        return new BandTask(settings, search, cells, verify, splitting);
    }

    public BandTask splitting(Splitting splitting) {
        return new BandTask(settings, search, cells, verify, splitting);
    }
}
