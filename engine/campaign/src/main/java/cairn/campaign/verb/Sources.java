package cairn.campaign.verb;

import cairn.campaign.step.Failure;
import cairn.campaign.step.Results;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StepResult;
import cairn.campaign.step.StructureSource;
import cairn.campaign.work.json.StructureJson;
import cairn.structure.Structure;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What structure sources mean, given results.
public final class Sources {
    private Sources() {}

    /// A structure, or why there is none.
    public sealed interface Found {
        record There(Structure structure) implements Found {}

        record Missing(Failure failure) implements Found {}
    }

    public static SortedSet<StepId> dependencies(StructureSource source) {
        return switch (source) {
            case StructureSource.Given _ -> steps();
            case StructureSource.OfStep of -> steps(of.step());
            case StructureSource.Inserted inserted -> dependencies(inserted.into());
            case StructureSource.Rattled rattled -> dependencies(rattled.of());
        };
    }

    public static SortedSet<StepId> steps(StepId... ids) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(Arrays.asList(ids)));
    }

    public static Found find(StructureSource source, Results results) {
        return switch (source) {
            case StructureSource.Given given -> new Found.There(given.structure());
            case StructureSource.OfStep of -> ofStep(of.step(), results);
            case StructureSource.Inserted inserted ->
                switch (find(inserted.into(), results)) {
                    case Found.Missing missing -> missing;
                    case Found.There(Structure host) ->
                        new Found.There(host.inserted(inserted.element(), inserted.at()));
                };
            case StructureSource.Rattled rattled ->
                switch (find(rattled.of(), results)) {
                    case Found.Missing missing -> missing;
                    case Found.There(Structure still) ->
                        new Found.There(rattled.rattle().of(still));
                };
        };
    }

    private static Found ofStep(StepId step, Results results) {
        StepResult result = result(step, results);
        return result.detail().has("structure")
                ? new Found.There(StructureJson.read(result.detail().required("structure")))
                : new Found.Missing(new Failure(
                        "step/no-structure",
                        "The step " + step + " does not end with a structure.",
                        "Name a step that does: relax or energy."));
    }

    /// Of a step that is done, as the driver promises for dependencies.
    public static StepResult result(StepId step, Results results) {
        return results.step(step)
                .orElseThrow(() -> new IllegalStateException("asked before its dependency is done: " + step));
    }
}
