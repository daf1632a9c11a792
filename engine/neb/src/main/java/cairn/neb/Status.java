package cairn.neb;

/// How far a path search has come.
public sealed interface Status {
    /// More evaluations are wanted.
    record Searching() implements Status {}

    /// All NEB forces are below fmax, with the climbing image at the saddle point unless none was asked for.
    record Converged() implements Status {}

    /// All NEB forces are below fmax, but no interior image is higher than both endpoints, so none can climb: the path
    /// is downhill, or its saddle lies between two images.
    record NoSaddle() implements Status {}

    /// The iterations allowed are used up.
    record Exhausted() implements Status {}

    /// The highest point of the path is at rest, but true forces say that it is no saddle point of first order: it has
    /// not exactly one negative mode. `advice` says in words what to do.
    record WrongOrder(int negativeModes, String advice) implements Status {
        public WrongOrder {
            if (negativeModes == 1) {
                throw new IllegalArgumentException("one negative mode is what a saddle point has");
            }
        }

        /// So many negative modes, at least, were found where the path is highest.
        public static WrongOrder of(int negativeModes) {
            return new WrongOrder(
                    negativeModes,
                    negativeModes == 0
                            ? "look at the profile: there is a minimum at the top, or a plateau that is flat to within"
                                    + " the noise of the forces"
                            : "symmetry holds the path on a ridge: shake the endpoints or relax them without symmetry,"
                                    + " and start from images off the straight line");
        }

        /// So many at least, and the endpoints of the path are no minima either.
        public static WrongOrder withLooseEnds(int negativeModes) {
            return new WrongOrder(
                    negativeModes,
                    "an endpoint is no minimum either, the energy falls in the same direction: shake both endpoints,"
                            + " relax them again without symmetry, and start from those");
        }
    }

    /// The band went astray, or no step improves it any more; `why` says it in words.
    record Diverged(String why) implements Status {}
}
