package cairn.campaign.plan;

import cairn.campaign.yaml.Problem;
import java.util.List;

/// What checking a workflow comes to.
public sealed interface Checked {
    /// In the order of the file, those of the command line first.
    List<Problem> problems();

    /// It can run; the problems are warnings.
    record Good(Plan plan, List<Problem> problems) implements Checked {
        public Good {
            problems = List.copyOf(problems);
        }
    }

    /// It cannot: at least one problem blocks.
    record Bad(List<Problem> problems) implements Checked {
        public Bad {
            problems = List.copyOf(problems);
        }
    }
}
