package cairn.campaign.plan;

import cairn.campaign.language.Language;
import cairn.campaign.language.Language.Draft;
import cairn.campaign.language.Matrix.Point;
import cairn.campaign.language.Placeholders;
import cairn.campaign.language.Refers.How;
import cairn.campaign.language.Refers.Use;
import cairn.campaign.language.StepName;
import cairn.campaign.language.Workflow;
import cairn.campaign.language.Workflow.StepText;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.verb.gate.ConvergedStep;
import cairn.campaign.yaml.NearestName;
import cairn.campaign.yaml.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Makes the plan of one workflow, and reports what stands in its way; used once.
final class Planner {
    /// Twice the largest campaign planned for; a matrix multiplies fast.
    private static final int MOST_STEPS = 200_000;

    private final Language language;
    private final Workflow workflow;
    private final Problems problems;
    private final Surroundings surroundings;
    private final References references;
    private final Inspection inspection;
    private final List<StepNode> nodes = new ArrayList<>();
    private final Map<Set<String>, List<Point>> points = new HashMap<>();
    private final List<Boolean> commonCode = new ArrayList<>(1);
    private long instances;

    Planner(Language language, Workflow workflow, StructureLibrary library, Problems problems) {
        this.language = language;
        this.workflow = workflow;
        this.problems = problems;
        Insertions insertions = new Insertions();
        this.surroundings = new Surroundings(language, workflow, library, insertions);
        this.references = new References(workflow, surroundings, problems);
        this.inspection = new Inspection(insertions, problems);
    }

    /// The plan; empty if there are problems.
    Optional<Plan> plan() {
        workflow.steps().forEach(this::read);
        references.refuseAmbiguous();
        references.refusePlaceholders();
        StepGraph graph = graph();
        nodes.forEach(references::readFiles);
        Optional<List<StepNode>> order = graph.order();
        if (order.isEmpty()) {
            graph.cycles().forEach(this::refuseCycle);
            return Optional.empty();
        }
        order.get().forEach(this::expand);
        if (problems.anyBlocks()) {
            return Optional.empty();
        }
        references.warnOfUnused();
        return Optional.of(new Plan(workflow.name(), workflow.about(), steps(order.get())));
    }

    /// Reads a step at every point over the variables in its text.
    private void read(StepText text) {
        Set<String> own = variables(text);
        Map<Point, Draft> drafts = new LinkedHashMap<>();
        if (fits(text, own)) {
            for (Point point : points(own)) {
                language.draft(text, Placeholders.replace(text.mapping(), point), problems)
                        .ifPresent(draft -> drafts.put(point, draft));
            }
        }
        StepNode node = new StepNode(text, nodes.size(), own, drafts);
        nodes.add(node);
        surroundings.add(node);
    }

    /// Computed once for each set of variables, so that the points of two steps are the same objects.
    private List<Point> points(Set<String> variables) {
        return points.computeIfAbsent(variables, workflow.matrix()::points);
    }

    private Set<String> variables(StepText text) {
        List<StepName> placeholders = Placeholders.in(text.mapping());
        if (placeholders.isEmpty()) {
            return Set.of();
        }
        List<String> known = workflow.matrix().names();
        Set<String> own = new TreeSet<>();
        for (StepName placeholder : placeholders) {
            if (known.contains(placeholder.value())) {
                own.add(placeholder.value());
            } else {
                String advice = NearestName.advice(placeholder.value(), known, "a matrix must give its values");
                problems.add(placeholder.at(), "nothing replaces {" + placeholder.value() + "}", advice);
            }
        }
        return own;
    }

    private boolean fits(StepText text, Collection<String> variables) {
        instances += workflow.matrix().size(variables);
        boolean fits = instances <= MOST_STEPS;
        if (!fits) {
            String what = "with step '" + text.name() + "' the plan has more than " + MOST_STEPS + " steps";
            problems.add(text.at(), what, "split the campaign, or run over fewer values");
        }
        return fits;
    }

    private StepGraph graph() {
        StepGraph graph = new StepGraph(nodes);
        for (StepNode node : nodes) {
            for (Use use : node.uses()) {
                references.resolve(use).ifPresent(used -> graph.uses(node, used));
            }
        }
        return graph;
    }

    private void refuseCycle(List<StepNode> cycle) {
        problems.add(
                cycle.getFirst().text.at(),
                "steps wait for each other: " + StepGraph.describe(cycle),
                "each uses the next; one of them must start from something else");
    }

    /// Finds the points a step runs at and inspects it there, if it and all it uses are free of problems.
    private void expand(StepNode node) {
        for (Use use : node.uses()) {
            if (use.how() != How.ALL) {
                surroundings.step(use.name().value()).ifPresent(used -> node.runOver(used.over()));
            }
        }
        instances -= workflow.matrix().size(node.own);
        if (fits(node.text, node.over()) && isSound(node)) {
            node.setInstances(instances(node));
            node.instances().values().forEach(inspection::inspect);
        }
    }

    private Map<Point, Instance> instances(StepNode node) {
        List<Point> at = points(node.over());
        Map<Point, Instance> instances = LinkedHashMap.newLinkedHashMap(at.size());
        for (Point point : at) {
            instances.put(point, new Instance(node, point, surroundings));
        }
        return instances;
    }

    private boolean isSound(StepNode node) {
        return node.isComplete((int) workflow.matrix().size(node.own)) && hasCode(node) && usesAreSound(node);
    }

    private boolean usesAreSound(StepNode node) {
        for (Use use : node.uses()) {
            if (!isSound(use)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSound(Use use) {
        String name = use.name().value();
        return surroundings
                .step(name)
                .map(used -> !used.instances().isEmpty() && endsAsNeeded(use, used))
                .orElse(use.how() == How.SOURCE
                        && (surroundings.isStructure(name) || StructureLibrary.looksLikeFile(name)));
    }

    /// Only a step that ends with a structure can be another's source.
    private boolean endsAsNeeded(Use use, StepNode used) {
        Draft draft = used.drafts.values().iterator().next();
        boolean ends = use.how() != How.SOURCE || draft.verb().structure().isPresent();
        if (!ends) {
            String what = "the step '" + used.text.name() + "' ends with no structure: its verb is "
                    + draft.verb().name();
            problems.add(use.name().at(), what, "name a structure, a file, or a step that relaxes");
        }
        return ends;
    }

    private boolean hasCode(StepNode node) {
        boolean has = true;
        for (Draft draft : node.drafts.values()) {
            if (!draft.verb().runsCode()) {
                continue;
            }
            has &= language.hasCode(draft, workflow) && codeIsSound(draft);
            if (!language.mentionsCode(draft, workflow)) {
                String what = "step '" + node.text.name() + "' has no code";
                problems.add(node.text.at(), what, "say code: NAME, best once for the whole workflow");
            }
        }
        return has;
    }

    /// Steps that say nothing of their own about code or resources are all alike, and looked at once.
    private boolean codeIsSound(Draft draft) {
        if (language.hasOwnSetup(draft)) {
            return checkCode(draft);
        }
        if (commonCode.isEmpty()) {
            commonCode.add(checkCode(draft));
        }
        return commonCode.getFirst();
    }

    private boolean checkCode(Draft draft) {
        Problems found = new Problems();
        language.checkCode(draft, workflow, found);
        found.sorted().forEach(problems::add);
        return !found.anyBlocks();
    }

    private List<PlannedStep> steps(List<StepNode> order) {
        List<PlannedStep> steps = new ArrayList<>();
        for (StepNode node : order) {
            for (Instance instance : node.instances().values()) {
                steps.add(planned(instance));
            }
        }
        return steps;
    }

    private PlannedStep planned(Instance instance) {
        Draft draft = instance.draft();
        return new PlannedStep(step(instance), uses(instance), () -> language.resolved(draft, workflow));
    }

    private static Step step(Instance instance) {
        Draft draft = instance.draft();
        Step step = draft.verb().plan(instance);
        return draft.convergedBy()
                .<Step>map(gate -> new ConvergedStep(
                        instance.other(gate).id(),
                        step,
                        instance.setup(),
                        setup -> draft.verb().plan(instance.with(setup))))
                .orElse(step);
    }

    private List<StepId> uses(Instance instance) {
        List<Use> all = instance.draft().uses();
        if (all.isEmpty()) {
            return List.of();
        }
        Set<StepId> uses = new LinkedHashSet<>();
        for (Use use : all) {
            if (surroundings.step(use.name().value()).isEmpty()) {
                continue;
            }
            if (use.how() == How.ALL) {
                instance.all(use.name()).forEach(step -> uses.add(step.id()));
            } else {
                uses.add(instance.other(use.name()).id());
            }
        }
        return List.copyOf(uses);
    }
}
