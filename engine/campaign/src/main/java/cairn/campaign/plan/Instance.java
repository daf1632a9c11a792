package cairn.campaign.plan;

import cairn.campaign.language.Language.Draft;
import cairn.campaign.language.Matrix.Point;
import cairn.campaign.language.Source;
import cairn.campaign.language.StepContext;
import cairn.campaign.language.StepName;
import cairn.campaign.language.Verb;
import cairn.campaign.shape.Key;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StructureSource;
import cairn.campaign.verb.Setup;
import cairn.campaign.yaml.Location;
import cairn.structure.Structure;
import java.util.List;
import java.util.Optional;

/// A step of the file at one point of the matrix.
final class Instance implements StepContext {
    private final StepId id;
    private final StepNode node;
    private final Point point;
    private final Draft draft;
    private final Surroundings surroundings;
    private final Traced traced;
    private final Optional<Setup> ownSetup;

    Instance(StepNode node, Point point, Surroundings surroundings) {
        this.id = new StepId(node.text.name() + point.suffix());
        this.node = node;
        this.point = point;
        this.draft = node.draft(point);
        this.surroundings = surroundings;
        this.traced = draft.verb()
                .structure()
                .flatMap(draft.said()::find)
                .map(source -> surroundings.trace(source, this))
                .orElse(new Traced.Unknown());
        this.ownSetup = Optional.empty();
    }

    private Instance(Instance other, Setup setup) {
        this.id = other.id;
        this.node = other.node;
        this.point = other.point;
        this.draft = other.draft;
        this.surroundings = other.surroundings;
        this.traced = other.traced;
        this.ownSetup = Optional.of(setup);
    }

    /// With another setup than the file gives it.
    Instance with(Setup setup) {
        return new Instance(this, setup);
    }

    Draft draft() {
        return draft;
    }

    Point point() {
        return point;
    }

    @Override
    public StepId id() {
        return id;
    }

    @Override
    public Verb verb() {
        return draft.verb();
    }

    @Override
    public <T> T get(Key.Required<T> key) {
        return draft.said().get(key);
    }

    @Override
    public <T> T get(Key.Defaulted<T> key) {
        return draft.said().get(key);
    }

    @Override
    public <T> Optional<T> find(Key.Optional<T> key) {
        return draft.said().find(key);
    }

    @Override
    public Location at(Key<?> key) {
        return draft.said().at(key);
    }

    /// Where the step's name stands.
    Location at() {
        return node.text.at();
    }

    @Override
    public Location atSetting(String name) {
        return surroundings.atSetting(name, draft).orElse(at());
    }

    @Override
    public Setup setup() {
        return ownSetup.orElseGet(() -> surroundings.setup(draft));
    }

    @Override
    public StructureSource source(Source source) {
        return surroundings.source(source, this);
    }

    @Override
    public Instance other(StepName name) {
        return surroundings.at(name, point);
    }

    @Override
    public List<StepContext> all(StepName name) {
        return List.copyOf(surroundings.all(name, point));
    }

    @Override
    public Optional<Structure> structure() {
        return traced instanceof Traced.Known(Structure structure) ? Optional.of(structure) : Optional.empty();
    }
}
