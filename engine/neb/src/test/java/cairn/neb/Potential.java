package cairn.neb;

import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.List;

/// An analytic potential for tests.
@FunctionalInterface
public interface Potential {
    Evaluation at(Structure structure);

    default PathSearch search(Band band, NebSettings settings) {
        PathSearch search = PathSearch.start(band, at(band.from()), at(band.to()), settings);
        while (!search.isFinished()) {
            search = search.advance(all(search.wanted()));
        }
        return search;
    }

    default List<Evaluation> all(List<Structure> structures) {
        return structures.stream().map(this::at).toList();
    }
}
