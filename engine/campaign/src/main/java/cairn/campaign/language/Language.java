package cairn.campaign.language;

import cairn.campaign.language.Resolved.Origin;
import cairn.campaign.language.Source.File;
import cairn.campaign.language.Workflow.StepText;
import cairn.campaign.shape.Key;
import cairn.campaign.shape.MappingShape;
import cairn.campaign.shape.Named;
import cairn.campaign.shape.Reading;
import cairn.campaign.shape.Said;
import cairn.campaign.shape.Schemas;
import cairn.campaign.shape.Shape;
import cairn.campaign.shape.Shapes;
import cairn.campaign.verb.Setup;
import cairn.campaign.yaml.Location;
import cairn.campaign.yaml.NearestName;
import cairn.campaign.yaml.Node;
import cairn.campaign.yaml.Node.Entry;
import cairn.campaign.yaml.Node.Mapping;
import cairn.campaign.yaml.Node.Scalar;
import cairn.campaign.yaml.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// The language of workflows, version 1: reads a tree, and writes its own JSON Schema, from the same shapes.
public final class Language {
    private static final Key.Required<Integer> CAIRN =
            Key.required("cairn", version(), "the version of the language: 1");
    private static final Key.Required<String> NAME = Key.required(
            "name",
            Shapes.text("[a-z0-9][a-z0-9-]{0,59}", "lower-case letters, digits and '-', at most 60"),
            "names the campaign and its folder");
    private static final Key.Defaulted<String> ABOUT =
            Key.defaulted("about", Shapes.text(), "", "one sentence for the report");
    private static final Key.Defaulted<List<Named<File>>> STRUCTURES = Key.defaulted(
            "structures",
            Named.mapping(StepName.PATTERN, StepName.EXPECTED, Sources.file()),
            List.of(),
            "structures by name: a path, or {file, supercell}");
    private static final Key.Defaulted<List<Named<List<Scalar>>>> MATRIX = Key.defaulted(
            "matrix",
            Named.mapping("[a-z][a-z0-9_]{0,29}", "lower-case letters, digits and '_', at most 30", values()),
            List.of(),
            "variables that steps run over, {name} in their text, and the values of each");

    private final SequencedMap<String, Verb> verbs = new LinkedHashMap<>();
    private final SequencedMap<String, MappingShape> stepShapes = new LinkedHashMap<>();
    private final Set<String> settings = new HashSet<>();
    private final Inheritance inheritance;
    private final Key.Required<List<Named<Mapping>>> steps;
    private final MappingShape workflow;
    private final Vocabulary vocabulary;

    public Language(List<Verb> verbs, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.inheritance = new Inheritance(vocabulary);
        for (Verb verb : verbs) {
            List<Key<?>> keys = new ArrayList<>(verb.keys());
            if (verb.runsCode()) {
                keys.addAll(inheritance.keys());
                keys.addAll(Inheritance.keysOfSteps());
            }
            keys.forEach(key -> settings.add(key.name()));
            this.verbs.put(verb.name(), verb);
            this.stepShapes.put(verb.name(), MappingShape.of(verb.name(), keys));
        }
        this.steps =
                Key.required("steps", Named.mapping(StepName.PATTERN, StepName.EXPECTED, stepText()), "steps by name");
        List<Key<?>> keys = new ArrayList<>(List.of(CAIRN, NAME, ABOUT));
        keys.addAll(inheritance.keys());
        keys.addAll(List.of(Inheritance.PHYSICS, STRUCTURES, MATRIX, steps));
        this.workflow = MappingShape.of("the workflow", keys);
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /// What a document says, as far as it can be read; absent if it is no mapping.
    public Optional<Workflow> read(Node document, Problems problems) {
        return workflow.readPartly(document, new Reading(problems, "a workflow"))
                .map(said -> new Workflow(
                        said.find(NAME).orElse(""),
                        said.get(ABOUT),
                        said,
                        said.get(STRUCTURES),
                        new Matrix(said.get(MATRIX)),
                        said.find(steps).orElse(List.of()).stream()
                                .map(step -> new StepText(step.name(), step.at(), step.value()))
                                .toList(),
                        declared(document)));
    }

    private SequencedSet<String> declared(Node document) {
        return Stream.of(STRUCTURES.name(), steps.name())
                .flatMap(key -> document instanceof Mapping mapping ? mapping.find(key).stream() : Stream.empty())
                .flatMap(entry -> entry.value() instanceof Mapping names ? names.entries().stream() : Stream.empty())
                .map(entry -> entry.key().text())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// A step's verb and what it says, its placeholders replaced already; absent if it has no verb.
    public Optional<Draft> draft(StepText step, Mapping atPoint, Problems problems) {
        List<Entry> named = verbsIn(atPoint);
        if (named.size() != 1) {
            refuseVerbs(step, named, problems);
            return Optional.empty();
        }
        String verb = named.getFirst().key().text();
        return shape(verb).readPartly(atPoint, new Reading(problems, verb)).map(said -> new Draft(verb(verb), said));
    }

    private List<Entry> verbsIn(Mapping step) {
        List<Entry> named = new ArrayList<>(1);
        for (Entry entry : step.entries()) {
            if (verbs.containsKey(entry.key().text())) {
                named.add(entry);
            }
        }
        return named;
    }

    /// One step at one point: the verb, and what it was told.
    public record Draft(Verb verb, Said said) {
        /// All names that the step uses.
        public List<Refers.Use> uses() {
            List<Refers.Use> uses = new ArrayList<>(2);
            said.values(Refers.class).forEach(refers -> uses.addAll(refers.uses()));
            return uses;
        }

        /// The step that finds cutoff and k-points for this one, if it names one.
        public Optional<StepName> convergedBy() {
            return Inheritance.convergedBy(said);
        }
    }

    private Verb verb(String name) {
        return Objects.requireNonNull(verbs.get(name));
    }

    private MappingShape shape(String verb) {
        return Objects.requireNonNull(stepShapes.get(verb));
    }

    private void refuseVerbs(StepText step, List<Entry> named, Problems problems) {
        String which = "step '" + step.name() + "'";
        if (named.size() > 1) {
            Scalar second = named.get(1).key();
            String both = "'" + named.getFirst().key().text() + "' and '" + second.text() + "'";
            problems.add(second.at(), which + " has two verbs, " + both, "make it two steps");
            return;
        }
        step.mapping().entries().stream()
                .map(Entry::key)
                .filter(key -> !settings.contains(key.text()))
                .findFirst()
                .ifPresentOrElse(
                        key -> problems.add(
                                key.at(),
                                "unknown verb '" + key.text() + "' in " + which,
                                NearestName.advice(key.text(), verbs.keySet())),
                        () -> problems.add(
                                step.mapping().at(), which + " has no verb", NearestName.advice("", verbs.keySet())));
    }

    /// Whether the step or the workflow names a code.
    public boolean hasCode(Draft draft, Workflow workflow) {
        return inheritance.codeName(draft.said(), workflow.defaults()).isPresent();
    }

    /// Whether the step or the workflow says anything about a code, be it wrong.
    public boolean mentionsCode(Draft draft, Workflow workflow) {
        return inheritance.mentionsCode(draft.said(), workflow.defaults());
    }

    /// Whether the step says anything of its own about its code or resources.
    public boolean hasOwnSetup(Draft draft) {
        return inheritance.keys().stream().anyMatch(draft.said()::mentions);
    }

    /// Reports settings of a step's code that it does not take, or cannot do.
    public void checkCode(Draft draft, Workflow workflow, Problems problems) {
        inheritance.check(draft.said(), workflow.defaults(), problems);
    }

    public Setup setup(Draft draft, Workflow workflow) {
        return inheritance.setup(draft.said(), workflow.defaults());
    }

    /// Where a setting of a step's code stands, or else where the code is named; empty for a code without settings.
    public Optional<Location> atSetting(String name, Draft draft, Workflow workflow) {
        return inheritance.choice(draft.said(), workflow.defaults()).map(choice -> choice.at(name));
    }

    /// Every setting of a step with its value and who said so.
    public List<Resolved> resolved(Draft draft, Workflow workflow) {
        List<Resolved> resolved = new ArrayList<>();
        for (Key<?> key : draft.verb().keys()) {
            resolved(key, draft.said()).ifPresent(resolved::add);
        }
        if (draft.verb().runsCode()) {
            resolved.addAll(inheritance.resolved(draft.said(), workflow.defaults()));
            Inheritance.keysOfSteps().forEach(key -> resolved(key, draft.said()).ifPresent(resolved::add));
        }
        return List.copyOf(resolved);
    }

    private static <T> Optional<Resolved> resolved(Key<T> key, Said said) {
        Optional<Resolved> own = said.find(key)
                .map(value -> new Resolved(key.name(), key.shape().show(value), new Origin.Step(said.at(key))));
        return key instanceof Key.Defaulted<T> defaulted
                ? own.or(() -> Optional.of(
                        new Resolved(key.name(), key.shape().show(defaulted.fallback()), new Origin.BuiltIn())))
                : own;
    }

    /// The JSON Schema (draft 2020-12) of a workflow.
    ///
    /// It holds what can be said of form: names that must exist and the physics lint are beyond it.
    public ObjectNode schema() {
        ObjectNode schema = Schemas.object()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Cairn workflow");
        schema.setAll(workflow.schema());
        Sources.define(schema.putObject("$defs"));
        return schema;
    }

    private Shape<Mapping> stepText() {
        return Shapes.of(
                (node, reading) -> node instanceof Mapping mapping
                        ? Optional.of(mapping)
                        : reading.mustBe("a mapping such as {relax: silicon, fmax: 0.01}", node),
                () -> Schemas.anyOf(
                        verbs.values().stream().map(this::stepSchema).toArray(ObjectNode[]::new)));
    }

    private ObjectNode stepSchema(Verb verb) {
        return shape(verb.name()).schema().put("description", verb.about());
    }

    private static Shape<Integer> version() {
        return Shapes.of(
                (node, reading) -> node instanceof Scalar(String text, Node.Kind kind, var _)
                                && kind == Node.Kind.INTEGER
                                && text.equals("1")
                        ? Optional.of(1)
                        : reading.mustBe("1, the version of the language", node),
                () -> Schemas.object().put("const", 1));
    }

    /// Values of a variable; each becomes part of a step's name, so it must be plain.
    private static Shape<List<Scalar>> values() {
        String pattern = "[A-Za-z0-9._+-]{1,40}";
        Shape<List<Scalar>> list = Shapes.list(Shapes.of(
                (node, reading) ->
                        node instanceof Scalar scalar && scalar.text().matches(pattern)
                                ? Optional.of(scalar)
                                : reading.mustBe("plain values of letters, digits and . _ + -, at most 40 each", node),
                () -> Schemas.anyOf(Schemas.text(pattern), Schemas.ofType("number"), Schemas.ofType("boolean"))));
        return Shapes.of(
                (node, reading) -> list.read(node, reading).filter(values -> differ(values, reading)), list::schema);
    }

    private static boolean differ(List<Scalar> values, Reading reading) {
        Set<String> seen = new HashSet<>();
        boolean differ = true;
        for (Scalar value : values) {
            if (!seen.add(value.text())) {
                reading.problems()
                        .add(value.at(), "'" + value.text() + "' stands twice in " + reading.label(), "remove one");
                differ = false;
            }
        }
        return differ;
    }
}
