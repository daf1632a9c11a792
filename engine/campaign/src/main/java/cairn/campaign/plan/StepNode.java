package cairn.campaign.plan;

import cairn.campaign.language.Language.Draft;
import cairn.campaign.language.Matrix.Point;
import cairn.campaign.language.Refers.Use;
import cairn.campaign.language.Workflow.StepText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A step of the file while its plan is made: what it says at each point of its own variables, then the variables it
/// runs over, then its instances.
///
/// Most steps run at one point, and there are 100,000 of them: sets and maps that are always small stay immutable,
/// which takes a tenth of the memory.
final class StepNode {
    final StepText text;

    /// Its place among the steps of the file, from 0.
    final int index;

    /// The variables in its own text.
    final Set<String> own;

    /// What it says, at each point over its own variables.
    final Map<Point, Draft> drafts;

    private final List<Use> uses;
    private Set<String> over;
    private Map<Point, Instance> instances = Map.of();

    StepNode(StepText text, int index, Collection<String> own, Map<Point, Draft> drafts) {
        this.text = text;
        this.index = index;
        this.own = Set.copyOf(own);
        this.over = this.own;
        this.drafts = drafts.size() == 1 ? Map.copyOf(drafts) : drafts;
        this.uses = new ArrayList<>(2);
        drafts.values().forEach(draft -> uses.addAll(draft.uses()));
    }

    /// Every name it uses, at all of its own points.
    List<Use> uses() {
        return uses;
    }

    /// Every variable it runs over: its own, and those of the steps it uses point by point.
    Set<String> over() {
        return over;
    }

    void runOver(Set<String> more) {
        if (!over.containsAll(more)) {
            Set<String> all = new LinkedHashSet<>(over);
            all.addAll(more);
            over = all;
        }
    }

    /// Its instances by their points; empty as long as it cannot be planned.
    Map<Point, Instance> instances() {
        return instances;
    }

    /// In the order of their points.
    void setInstances(Map<Point, Instance> all) {
        instances = all.size() == 1 ? Map.copyOf(all) : all;
    }

    Draft draft(Point point) {
        Draft draft = drafts.get(point.over(own));
        if (draft == null) {
            throw new IllegalStateException(text.name() + " was not read at " + point);
        }
        return draft;
    }

    boolean isComplete(int points) {
        if (drafts.size() != points) {
            return false;
        }
        for (Draft draft : drafts.values()) {
            if (!draft.said().isComplete()) {
                return false;
            }
        }
        return true;
    }
}
