package cairn.campaign.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Collects the problems of one reading, so that the user sees all of them at once.
///
/// The same problem found twice (at several points of a matrix, say) counts once.
public final class Problems {
    /// More than anybody reads; the reading goes on, the rest is dropped.
    private static final int MOST = 1000;

    private final Set<Problem> found = new LinkedHashSet<>();

    /// None yet.
    public Problems() {}

    public void add(Location at, String what, String advice) {
        add(new Problem(at, Problem.Severity.BLOCK, "", what, advice));
    }

    /// A rule of the physics lint is broken: the campaign must not start.
    public void block(String code, Location at, String what, String advice) {
        add(new Problem(at, Problem.Severity.BLOCK, code, what, advice));
    }

    /// Something an expert would ask about; the campaign may start.
    public void warn(String code, Location at, String what, String advice) {
        add(new Problem(at, Problem.Severity.WARN, code, what, advice));
    }

    public void add(Problem problem) {
        if (found.size() < MOST) {
            found.add(problem);
        }
    }

    public boolean anyBlocks() {
        return found.stream().anyMatch(Problem::blocks);
    }

    public int count() {
        return found.size();
    }

    /// All of them: those of the command line first, then in the order of the file.
    public List<Problem> sorted() {
        List<Problem> all = new ArrayList<>(found);
        all.sort(Comparator.comparing(Problem::at));
        return List.copyOf(all);
    }
}
