package cairn.campaign.language.verbs;

import cairn.campaign.language.StepContext;
import cairn.campaign.shape.Key;
import cairn.campaign.shape.Shapes;
import cairn.campaign.verb.DrivenBy;
import cairn.campaign.yaml.Location;
import cairn.campaign.yaml.Problems;
import cairn.codes.Code;
import cairn.codes.task.Task;

/// The key `driven_by`, and whether a code can do by itself what a step would have it do.
final class Driving {
    static final Key.Optional<DrivenBy> DRIVEN_BY = Key.optional(
            "driven_by",
            Shapes.choice(DrivenBy.class),
            "code: the code does it by itself, in its own way, watched by Cairn; cairn: Cairn asks it for forces, which is"
                    + " usual except for relaxations with lammps");

    private Driving() {}

    /// Of an energy or a band: Cairn, where the step does not say.
    static DrivenBy of(StepContext step) {
        return step.find(DRIVEN_BY).orElse(DrivenBy.CAIRN);
    }

    /// Reports at a place why the code of a step cannot do a task by itself.
    static void check(StepContext step, Location at, Task task, Problems problems) {
        Code code = step.setup().code();
        code.nativeRuns()
                .ifPresentOrElse(
                        runs -> runs.objections(task)
                                .forEach(objection -> problems.add(
                                        at, "step '" + step.id() + "': " + objection, "take another code, or setting")),
                        () -> problems.add(
                                at,
                                "step '" + step.id() + "': " + code.name() + " does nothing by itself",
                                "take qe, cp2k, vasp or lammps, or let Cairn drive where it can"));
    }
}
