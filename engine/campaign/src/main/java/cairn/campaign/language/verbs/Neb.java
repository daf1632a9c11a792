package cairn.campaign.language.verbs;

import cairn.campaign.language.Source;
import cairn.campaign.language.StepContext;
import cairn.campaign.language.Verb;
import cairn.campaign.shape.Key;
import cairn.campaign.shape.Quantities;
import cairn.campaign.shape.Shapes;
import cairn.campaign.step.Step;
import cairn.campaign.verb.BandPlan;
import cairn.campaign.verb.JobPer;
import cairn.campaign.verb.NebStep;
import cairn.campaign.work.order.BandTask;
import cairn.campaign.work.order.SearchChoice;
import cairn.campaign.work.order.Splitting;
import cairn.campaign.work.order.Verify;
import cairn.campaign.yaml.Problems;
import cairn.codes.catalogue.Codes;
import cairn.neb.Cells;
import cairn.neb.NebSettings;
import cairn.neb.NebSettings.Climbing;
import cairn.neb.NebSettings.Optimizer;
import cairn.neb.NebSettings.Start;
import cairn.neb.Springs;
import cairn.neb.surrogate.SurrogateSettings;
import cairn.structure.Structure;
import java.util.List;
import java.util.Optional;

/// `neb: {from: STEP, to: STEP}`, the minimum energy path between two relaxed endpoints.
final class Neb implements Verb {
    private enum SpringKind {
        UNIFORM,
        ENERGY_WEIGHTED
    }

    /// Together they need hardly more evaluations than one after another, and the queue is waited for a third as often.
    private static final int WITH_A_JOB_PER_IMAGE = 3;

    /// The word for a search in a workflow.
    enum Kind {
        SURROGATE,
        PLAIN
    }

    static final Key.Required<Endpoints> ENDPOINTS =
            Key.required("neb", Endpoints.shape(), "the endpoints of the path, each a step that relaxes it");
    static final Key.Defaulted<Integer> INTERIOR_IMAGES =
            Key.defaulted("interior_images", Shapes.integer(1, 1000), 5, "images that move, endpoints not counted");
    static final Key.Defaulted<Double> FMAX = Key.defaulted(
            "fmax",
            Shapes.positive(),
            0.03,
            "largest force on an atom at the end, eV/Angstrom: of the climbing image, with search: plain of all images");
    private static final Key.Defaulted<Double> SPRING_CONSTANT = Key.defaulted(
            "spring_constant",
            Shapes.positive(),
            0.1,
            "springs between images, the softest of them if they are energy-weighted, eV/Angstrom^2");
    private static final Key.Defaulted<SpringKind> SPRINGS = Key.defaulted(
            "springs",
            Shapes.choice(SpringKind.class),
            SpringKind.UNIFORM,
            "all alike, or up to ten times stiffer towards the saddle point");
    private static final Key.Defaulted<Start> START = Key.defaulted(
            "start", Shapes.choice(Start.class), Start.IDPP, "where the images stand before the first force call");
    static final Key.Defaulted<Climbing> CLIMBING = Key.defaulted(
            "climbing", Shapes.choice(Climbing.class), Climbing.WHEN_SETTLED, "when the highest image starts to climb");
    private static final Key.Defaulted<Optimizer> OPTIMIZER =
            Key.defaulted("optimizer", Shapes.choice(Optimizer.class), Optimizer.LBFGS, "what moves the images");
    private static final Key.Defaulted<Integer> MAX_ITERATIONS =
            Key.defaulted("max_iterations", Shapes.integer(1, 1_000_000), 500, "most moves of the whole band");

    static final Key.Defaulted<Kind> SEARCH = Key.defaulted(
            "search",
            Shapes.choice(Kind.class),
            Kind.SURROGATE,
            "surrogate: on a model learned from few evaluations; plain: the band itself, all images each round");
    static final Key.Optional<Integer> IMAGES_AT_A_TIME = Key.optional(
            "images_at_a_time",
            Shapes.integer(1, 1000),
            "images a surrogate asks for together; without it as many as the job has cores, or 3 with a job per image");
    static final Key.Optional<String> PRIOR = Key.optional(
            "prior",
            Shapes.choice(Codes.names()),
            "a cheap code that a surrogate corrects; its evaluations are not counted");
    static final Key.Defaulted<CellMode> CELL = Key.defaulted(
            "cell",
            Shapes.choice(CellMode.class),
            CellMode.FIXED,
            "free: each image relaxes its cell as well, for a transition between phases; with search: plain");
    static final Key.Optional<Double> SPLIT = Key.optional(
            "split",
            Quantities.energyEv(),
            "cut the path where it has a minimum deeper than this, such as 50 meV, relax it, and search both hops");
    static final Key.Defaulted<Verify> VERIFY = Key.defaulted(
            "verify",
            Shapes.choice(Verify.class),
            Verify.NOTHING,
            "saddle: prove on true forces that the saddle point has exactly one negative mode");
    static final Key.Defaulted<JobPer> JOB_PER = Key.defaulted(
            "job_per",
            Shapes.choice(JobPer.class),
            JobPer.BAND,
            "band: one job computes all images; image: each image is a job of its own");

    @Override
    public String name() {
        return "neb";
    }

    @Override
    public String about() {
        return "The minimum energy path between two relaxed endpoints, and the barrier on it.";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(
                ENDPOINTS,
                INTERIOR_IMAGES,
                FMAX,
                SPRING_CONSTANT,
                SPRINGS,
                START,
                CLIMBING,
                OPTIMIZER,
                MAX_ITERATIONS,
                SEARCH,
                IMAGES_AT_A_TIME,
                PRIOR,
                CELL,
                SPLIT,
                VERIFY,
                JOB_PER,
                Driving.DRIVEN_BY);
    }

    @Override
    public Optional<Key<Source>> structure() {
        return Optional.empty();
    }

    @Override
    public Step plan(StepContext step) {
        Endpoints ends = step.get(ENDPOINTS);
        NebSettings settings = new NebSettings(
                step.get(INTERIOR_IMAGES),
                step.get(FMAX),
                springs(step.get(SPRINGS), step.get(SPRING_CONSTANT)),
                step.get(START),
                step.get(CLIMBING),
                step.get(OPTIMIZER),
                step.get(MAX_ITERATIONS));
        return new NebStep(
                step.id(),
                step.other(ends.from()).id(),
                step.other(ends.to()).id(),
                step.setup(),
                new BandPlan(
                        task(step, settings), step.get(JOB_PER), Driving.of(step), atoms(step.other(ends.from()))));
    }

    private static int atoms(StepContext end) {
        return end.structure().map(Structure::count).orElse(0);
    }

    private static BandTask task(StepContext step, NebSettings settings) {
        return BandTask.of(settings, search(step))
                .in(cells(step))
                .verifying(step.get(VERIFY))
                .splitting(step.find(SPLIT)
                        .<Splitting>map(Splitting.DeeperThan::new)
                        .orElseGet(Splitting.Never::new));
    }

    private static Cells cells(StepContext step) {
        return switch (step.get(CELL)) {
            case FIXED -> new Cells.Same();
            case FREE -> new Cells.Free(0);
        };
    }

    private static SearchChoice search(StepContext step) {
        return switch (step.get(SEARCH)) {
            case PLAIN -> new SearchChoice.Plain();
            case SURROGATE ->
                new SearchChoice.Surrogate(
                        imagesAtATime(step),
                        SurrogateSettings.standard().maxEvaluations(),
                        step.find(PRIOR)
                                .<SearchChoice.Prior>map(SearchChoice.Prior.OfCode::new)
                                .orElseGet(SearchChoice.Prior.None::new));
        };
    }

    private static int imagesAtATime(StepContext step) {
        int fitting = switch (step.get(JOB_PER)) {
            case BAND -> Math.clamp(step.setup().resources().cores(), 1, step.get(INTERIOR_IMAGES));
            case IMAGE -> WITH_A_JOB_PER_IMAGE;
        };
        return step.find(IMAGES_AT_A_TIME).orElse(fitting);
    }

    private static Springs springs(SpringKind kind, double constant) {
        return switch (kind) {
            case UNIFORM -> new Springs.Uniform(constant);
            case ENERGY_WEIGHTED -> Springs.EnergyWeighted.from(constant);
        };
    }

    @Override
    public void inspect(StepContext step, Problems problems) {
        new NebInspection(step, problems).run();
    }
}
