package cairn.campaign.verb;

import cairn.cluster.Resources;
import cairn.codes.Code;
import java.util.Objects;

/// What every step that runs calculations is set up with.
public record Setup(Code code, Resources resources) {
    public Setup {
        Objects.requireNonNull(code);
        Objects.requireNonNull(resources);
    }
}
