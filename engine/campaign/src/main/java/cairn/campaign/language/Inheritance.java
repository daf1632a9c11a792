package cairn.campaign.language;

import cairn.campaign.language.CodeChoice.Layer;
import cairn.campaign.language.Resolved.Origin;
import cairn.campaign.shape.Key;
import cairn.campaign.shape.MappingShape;
import cairn.campaign.shape.Quantities;
import cairn.campaign.shape.Said;
import cairn.campaign.shape.Shapes;
import cairn.campaign.step.PhysicsPolicy;
import cairn.campaign.verb.Setup;
import cairn.campaign.yaml.Node.Mapping;
import cairn.campaign.yaml.Node.Scalar;
import cairn.campaign.yaml.Problems;
import cairn.cluster.Resources;
import cairn.codes.Code;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a step may leave to the workflow: its code with all settings, and its resources, each key by itself; and what
/// only the workflow says for all steps.
final class Inheritance {
    private static final Key.Defaulted<Integer> CORES =
            Key.defaulted("cores", Shapes.integer(1, 1_000_000), 1, "cores of a job");
    private static final Key.Defaulted<Integer> MEMORY =
            Key.defaulted("memory", Quantities.memoryMb(), 2000, "memory of a job: 4 GB, 500 MB");
    private static final Key.Defaulted<Duration> WALLTIME = Key.defaulted(
            "walltime", Quantities.duration(), Duration.ofHours(1), "time limit of a job: \"12:30:00\", 90 min");
    private static final List<Key.Defaulted<?>> OF_RESOURCES = List.of(CORES, MEMORY, WALLTIME);

    static final Key.Defaulted<PhysicsPolicy> PHYSICS = Key.defaulted(
            "physics_corrections",
            Shapes.choice(PhysicsPolicy.class),
            PhysicsPolicy.REFUSE,
            "whether Cairn may change cutoff, smearing and the like of all that is compared, where only that helps");

    private static final Key.Optional<Said> RESOURCES = Key.optional(
            "resources", MappingShape.of("resources", OF_RESOURCES), "what a job asks for; each key may be left out");

    private static final Key.Optional<Reference> CONVERGED_BY = Key.optional(
            "converged_by", Reference.shape(), "the converge step that finds cutoff and k-points for this one");

    private final Vocabulary vocabulary;
    private final CodeShape shape;
    private final Key.Optional<Said> code;

    Inheritance(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.shape = new CodeShape(vocabulary, ProtocolTable.builtIn().names());
        this.code = Key.optional("code", shape, "the code that gives energies and forces, and how it computes");
    }

    List<Key<?>> keys() {
        return List.of(code, RESOURCES);
    }

    /// Those that each step has for itself alone.
    static List<Key<?>> keysOfSteps() {
        return List.of(CONVERGED_BY);
    }

    /// The step that finds cutoff and k-points for another.
    static Optional<StepName> convergedBy(Said step) {
        return step.find(CONVERGED_BY).map(Reference::step);
    }

    /// `qe` as `{use: qe}`.
    static Mapping asMapping(Scalar name) {
        return CodeShape.asMapping(name);
    }

    /// The name of the code; empty if neither step nor workflow names one.
    Optional<String> codeName(Said step, Said workflow) {
        return ownName(step).or(() -> ownName(workflow));
    }

    private Optional<String> ownName(Said said) {
        return said.find(code).flatMap(inner -> inner.find(shape.use()));
    }

    boolean mentionsCode(Said step, Said workflow) {
        return step.mentions(code) || workflow.mentions(code);
    }

    Setup setup(Said step, Said workflow) {
        return new Setup(
                code(step, workflow),
                new Resources(
                        resource(CORES, step, workflow),
                        resource(MEMORY, step, workflow),
                        resource(WALLTIME, step, workflow)),
                workflow.find(PHYSICS).orElse(PHYSICS.fallback()));
    }

    private Code code(Said step, Said workflow) {
        return choice(step, workflow)
                .map(choice -> choice.kind().with(choice.json()))
                .orElseGet(() -> vocabulary.code(codeName(step, workflow).orElseThrow()));
    }

    /// The settings of a code that takes some; empty for any other, and where none is named.
    Optional<CodeChoice> choice(Said step, Said workflow) {
        List<Layer> layers = new ArrayList<>();
        step.find(code).ifPresent(said -> layers.add(new Layer(said, Origin.Step::new)));
        workflow.find(code).ifPresent(said -> layers.add(new Layer(said, Origin.Workflow::new)));
        return codeName(step, workflow)
                .flatMap(vocabulary::kind)
                .map(kind -> new CodeChoice(kind, shape, layers, vocabulary.places()));
    }

    /// Reports settings that the code does not take, or cannot do.
    void check(Said step, Said workflow, Problems problems) {
        step.find(code).ifPresent(said -> codeName(step, workflow).ifPresent(name -> notTaken(said, name, problems)));
        workflow.find(code).ifPresent(said -> ownName(workflow).ifPresent(name -> notTaken(said, name, problems)));
        int before = problems.count();
        choice(step, workflow).filter(_ -> problems.count() == before).ifPresent(choice -> choice.check(problems));
    }

    private void notTaken(Said said, String name, Problems problems) {
        for (CodeKey setting : CodeKey.ALL) {
            if (said.find(setting.key()).isPresent() && !takes(name, setting)) {
                String what = name + " takes no " + setting.name();
                switch (setting.nature()) {
                    case PHYSICAL -> problems.add(said.at(setting.key()), what, "remove it, or use another code");
                    case TECHNICAL -> problems.warn("", said.at(setting.key()), what + ": it is left aside", "");
                }
            }
        }
    }

    private boolean takes(String name, CodeKey setting) {
        return vocabulary
                .kind(name)
                .map(kind -> kind.takes().contains(setting.name()))
                .orElse(false);
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
        choice(step, workflow).ifPresent(choice -> resolved.addAll(choice.resolved()));
        for (Key.Defaulted<?> key : OF_RESOURCES) {
            resolved.add(resolved(key, step, workflow));
        }
        return resolved;
    }

    private Origin origin(Said step, Said workflow) {
        return ownName(step).isPresent() ? new Origin.Step(step.at(code)) : new Origin.Workflow(workflow.at(code));
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
