package cairn.campaign.verb;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.Failure;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// What is known by now of a path that may be several hops.
sealed interface Route {
    /// It needs these calculations; `found` of its `hops` are known.
    record Open(List<Calculation> calculations, int hops, int found) implements Route {
        public Open {
            calculations = List.copyOf(calculations);
        }
    }

    /// The bands of its hops in their order, and what was evaluated besides: on bands that were cut, and by the
    /// relaxation of minima.
    record Found(List<ObjectNode> hops, int evaluatedBesides) implements Route {
        public Found {
            hops = List.copyOf(hops);
        }
    }

    record Failed(Failure failure) implements Route {}

    /// This one and the one that goes on where it ends, after so many evaluations that belong to neither.
    default Route then(Route next, int evaluatedBefore) {
        if (this instanceof Failed) {
            return this;
        }
        if (next instanceof Failed) {
            return next;
        }
        return this instanceof Found first && next instanceof Found second
                ? new Found(
                        Stream.concat(first.hops.stream(), second.hops.stream()).toList(),
                        first.evaluatedBesides + second.evaluatedBesides + evaluatedBefore)
                : new Open(
                        Stream.concat(needed(this), needed(next)).toList(),
                        hops(this) + hops(next),
                        found(this) + found(next));
    }

    private static Stream<Calculation> needed(Route route) {
        return route instanceof Open open ? open.calculations.stream() : Stream.empty();
    }

    private static int hops(Route route) {
        return switch (route) {
            case Open open -> open.hops;
            case Found found -> found.hops.size();
            case Failed _ -> 0;
        };
    }

    private static int found(Route route) {
        return switch (route) {
            case Open open -> open.found;
            case Found found -> found.hops.size();
            case Failed _ -> 0;
        };
    }
}
