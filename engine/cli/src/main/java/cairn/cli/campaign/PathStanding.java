package cairn.cli.campaign;

import cairn.neb.MinimumEnergyPath.Convergence;
import tools.jackson.databind.JsonNode;

/// What may be said of a path that was found, in words: in short, and as a sentence of the report.
record PathStanding(Convergence convergence) {
    /// Of the `converged` of a result.
    static PathStanding of(JsonNode converged) {
        return new PathStanding(Convergence.valueOf(converged.stringValue()));
    }

    String inShort() {
        return switch (convergence) {
            case NONE -> "not converged";
            case PATH -> "path without a saddle point";
            case SADDLE -> "saddle point not verified";
            case VERIFIED -> "saddle point verified";
        };
    }

    String sentence() {
        return switch (convergence) {
            case NONE -> "Not converged: neither the path nor its saddle point is known well enough for a barrier.";
            case PATH ->
                "A path without a saddle point: all images are at rest, but none of them climbed, and the barrier is"
                        + " that of the curve through them.";
            case SADDLE ->
                "A saddle point, not verified: the climbing image is at rest; that it has exactly one negative mode was"
                        + " not proven (verify: saddle does).";
            case VERIFIED ->
                "A verified saddle point: the climbing image is at rest, and true forces have proven that it has"
                        + " exactly one negative mode.";
        };
    }
}
