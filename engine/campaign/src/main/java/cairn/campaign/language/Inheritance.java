package cairn.campaign.language;

import cairn.campaign.language.Resolved.Origin;
import cairn.campaign.shape.Key;
import cairn.campaign.shape.MappingShape;
import cairn.campaign.shape.Quantities;
import cairn.campaign.shape.Said;
import cairn.campaign.shape.Schemas;
import cairn.campaign.shape.Shape;
import cairn.campaign.shape.Shapes;
import cairn.campaign.verb.Setup;
import cairn.campaign.yaml.Node.Mapping;
import cairn.cluster.Resources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a step may leave to the workflow: its code and its resources, each key by itself.
final class Inheritance {
    private static final Key.Defaulted<Integer> CORES =
            Key.defaulted("cores", Shapes.integer(1, 1_000_000), 1, "cores of a job");
    private static final Key.Defaulted<Integer> MEMORY =
            Key.defaulted("memory", Quantities.memoryMb(), 2000, "memory of a job: 4 GB, 500 MB");
    private static final Key.Defaulted<Duration> WALLTIME = Key.defaulted(
            "walltime", Quantities.duration(), Duration.ofHours(1), "time limit of a job: \"12:30:00\", 90 min");
    private static final List<Key.Defaulted<?>> OF_RESOURCES = List.of(CORES, MEMORY, WALLTIME);

    private static final Key.Optional<Said> RESOURCES = Key.optional(
            "resources", MappingShape.of("resources", OF_RESOURCES), "what a job asks for; each key may be left out");

    private final Vocabulary vocabulary;
    private final Key.Optional<String> code;

    Inheritance(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.code = Key.optional("code", codeShape(vocabulary.codeNames()), "the code that gives energies and forces");
    }

    List<Key<?>> keys() {
        return List.of(code, RESOURCES);
    }

    /// A code is its name, or `{use: name}`.
    private static Shape<String> codeShape(List<String> known) {
        Shape<String> name = known.isEmpty() ? Shapes.text() : Shapes.choice(known);
        Key.Required<String> use = Key.required("use", name, "the name of the code");
        MappingShape mapping = MappingShape.of("code", List.of(use));
        return Shapes.of(
                (node, reading) -> node instanceof Mapping
                        ? mapping.read(node, reading).map(said -> said.get(use))
                        : name.read(node, reading),
                () -> Schemas.anyOf(name.schema(), mapping.schema()));
    }

    /// The name of the code; empty if neither step nor workflow names one.
    Optional<String> codeName(Said step, Said workflow) {
        return step.find(code).or(() -> workflow.find(code));
    }

    boolean mentionsCode(Said step, Said workflow) {
        return step.mentions(code) || workflow.mentions(code);
    }

    Setup setup(Said step, Said workflow) {
        String name = codeName(step, workflow).orElseThrow();
        return new Setup(
                vocabulary.code(name),
                new Resources(
                        resource(CORES, step, workflow),
                        resource(MEMORY, step, workflow),
                        resource(WALLTIME, step, workflow)));
    }

    private static <T> T resource(Key.Defaulted<T> key, Said step, Said workflow) {
        return step.find(RESOURCES)
                .flatMap(said -> said.find(key))
                .or(() -> workflow.find(RESOURCES).flatMap(said -> said.find(key)))
                .orElse(key.fallback());
    }

    List<Resolved> resolved(Said step, Said workflow) {
        List<Resolved> resolved = new ArrayList<>();
        codeName(step, workflow).ifPresent(name -> resolved.add(new Resolved("code", name, origin(step, workflow))));
        for (Key.Defaulted<?> key : OF_RESOURCES) {
            resolved.add(resolved(key, step, workflow));
        }
        return resolved;
    }

    private Origin origin(Said step, Said workflow) {
        return step.find(code).isPresent() ? new Origin.Step(step.at(code)) : new Origin.Workflow(workflow.at(code));
    }

    private static <T> Resolved resolved(Key.Defaulted<T> key, Said step, Said workflow) {
        Optional<Origin> ofStep = step.find(RESOURCES)
                .filter(said -> said.find(key).isPresent())
                .map(said -> new Origin.Step(said.at(key)));
        Optional<Origin> ofWorkflow = workflow.find(RESOURCES)
                .filter(said -> said.find(key).isPresent())
                .map(said -> new Origin.Workflow(said.at(key)));
        Origin origin = ofStep.or(() -> ofWorkflow).orElse(new Origin.BuiltIn());
        return new Resolved("resources." + key.name(), key.shape().show(resource(key, step, workflow)), origin);
    }
}
