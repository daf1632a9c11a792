package cairn.campaign.plan;

import cairn.campaign.language.Language;
import cairn.campaign.language.Language.Draft;
import cairn.campaign.language.Matrix.Point;
import cairn.campaign.language.Repeats;
import cairn.campaign.language.Source;
import cairn.campaign.language.Source.File;
import cairn.campaign.language.StepName;
import cairn.campaign.language.Workflow;
import cairn.campaign.shape.Named;
import cairn.campaign.step.StructureSource;
import cairn.campaign.verb.Setup;
import cairn.campaign.yaml.Location;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the names in a step stand for: the other steps, the structures of the workflow, files.
final class Surroundings {
    private final Language language;
    private final Workflow workflow;
    private final StructureLibrary library;
    private final Map<String, File> structures = new HashMap<>();
    private final Map<String, StepNode> steps = new HashMap<>();
    private final Map<Draft, Setup> ownSetups = new HashMap<>();
    private final Insertions insertions;
    private final List<Setup> commonSetup = new ArrayList<>(1);

    Surroundings(Language language, Workflow workflow, StructureLibrary library, Insertions insertions) {
        this.language = language;
        this.workflow = workflow;
        this.library = library;
        this.insertions = insertions;
        for (Named<File> structure : workflow.structures()) {
            structures.put(structure.name(), structure.value());
        }
    }

    void add(StepNode node) {
        steps.put(node.text.name(), node);
    }

    boolean isStructure(String name) {
        return structures.containsKey(name);
    }

    Optional<StepNode> step(String name) {
        return Optional.ofNullable(steps.get(name));
    }

    /// The step of a name at a point, over the variables which that step has.
    Instance at(StepName name, Point point) {
        StepNode node = step(name.value()).orElseThrow();
        Instance instance = node.instances().get(point.over(node.over()));
        if (instance == null) {
            throw new IllegalStateException(name.value() + " is not planned at " + point);
        }
        return instance;
    }

    /// All instances of the step of a name that agree with a point.
    List<Instance> all(StepName name, Point point) {
        return step(name.value()).orElseThrow().instances().values().stream()
                .filter(instance -> instance.point().agreesWith(point))
                .toList();
    }

    Setup setup(Draft draft) {
        if (language.hasOwnSetup(draft)) {
            return ownSetups.computeIfAbsent(draft, unset -> language.setup(unset, workflow));
        }
        if (commonSetup.isEmpty()) {
            commonSetup.add(language.setup(draft, workflow));
        }
        return commonSetup.getFirst();
    }

    Optional<Location> atSetting(String name, Draft draft) {
        return language.atSetting(name, draft, workflow);
    }

    StructureSource source(Source source, Instance user) {
        return switch (source) {
            case Source.Named(StepName name)
            when steps.containsKey(name.value()) ->
                new StructureSource.OfStep(at(name, user.point()).id());
            case Source.Inserted(var element, var into, var fraction, var _) ->
                new StructureSource.Inserted(element, source(into, user), fraction);
            case Source.Rattled(var of, var rattle, var _) -> new StructureSource.Rattled(source(of, user), rattle);
            case Source.Named(StepName name) ->
                new StructureSource.Given(name.value(), given(source).orElseThrow());
            case File file ->
                new StructureSource.Given(file.path(), given(source).orElseThrow());
        };
    }

    /// The structure of a source before anything has run; unknown if its file cannot be read.
    Traced trace(Source source, Instance user) {
        return switch (source) {
            case Source.Named(StepName name)
            when steps.containsKey(name.value()) ->
                at(name, user.point())
                        .structure()
                        .<Traced>map(Traced.Known::new)
                        .orElse(new Traced.Unknown());
            case Source.Inserted inserted ->
                trace(inserted.into(), user) instanceof Traced.Known(Structure host)
                        ? new Traced.Known(insertions.into(host, inserted))
                        : new Traced.Unknown();
            case Source.Rattled rattled -> trace(rattled.of(), user);
            case Source.Named _, File _ ->
                given(source).<Traced>map(Traced.Known::new).orElse(new Traced.Unknown());
        };
    }

    /// The structure of a file, of the workflow or of the step itself; absent if it cannot be read, which the library
    /// has reported.
    Optional<Structure> given(Source source) {
        return switch (source) {
            case File file -> library.structure(file);
            case Source.Named(StepName name)
            when structures.containsKey(name.value()) -> library.structure(structures.get(name.value()));
            case Source.Named(StepName name) -> library.structure(name.value(), Repeats.NONE, name.at());
            case Source.Inserted inserted -> given(inserted.into());
            case Source.Rattled rattled -> given(rattled.of());
        };
    }
}
