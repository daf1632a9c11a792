package cairn.campaign.language.verbs;

import cairn.campaign.language.StepContext;
import cairn.campaign.shape.Key;
import cairn.campaign.verb.JobPer;
import cairn.campaign.yaml.Location;
import cairn.campaign.yaml.Problems;
import cairn.codes.catalogue.Codes;
import cairn.structure.Structure;
import java.util.List;
import java.util.Optional;

/// What an expert objects to in how a band is searched, before it runs.
final class SearchInspection {
    /// Codes of that name run in Cairn itself, wherever it runs.
    private static final String BUILT_IN = "builtin/";

    private final StepContext step;
    private final Problems problems;

    SearchInspection(StepContext step, Problems problems) {
        this.step = step;
        this.problems = problems;
    }

    /// `start` is the structure that the path begins with, where it is known.
    void run(Optional<Structure> start) {
        if (step.get(Neb.SEARCH) == Neb.Kind.PLAIN) {
            onlyOfSurrogate(Neb.IMAGES_AT_A_TIME, "it asks for all images in each round");
            onlyOfSurrogate(Neb.PRIOR, "it has no model that a prior could help");
        } else {
            atATime();
            step.find(Neb.PRIOR).ifPresent(prior -> prior(prior, start));
        }
    }

    private void onlyOfSurrogate(Key.Optional<?> key, String why) {
        if (step.find(key).isPresent()) {
            problems.add(
                    step.at(key),
                    "search: plain takes no " + key.name() + ": " + why,
                    "remove it, or take search: surrogate");
        }
    }

    /// Images that wait for each other in one job gain nothing, and cost the knowledge that the first would have given.
    private void atATime() {
        int images = step.find(Neb.IMAGES_AT_A_TIME).orElse(1);
        int cores = step.setup().resources().cores();
        if (step.get(Neb.JOB_PER) == JobPer.BAND && images > cores) {
            problems.warn(
                    "",
                    step.at(Neb.IMAGES_AT_A_TIME),
                    images + " images at a time in a job of " + cores + (cores == 1 ? " core" : " cores")
                            + " are computed one after another",
                    "take no more images than cores, or job_per: image");
        }
    }

    private void prior(String prior, Optional<Structure> start) {
        Location at = step.at(Neb.PRIOR);
        if (prior.equals(step.setup().code().name())) {
            problems.add(
                    at,
                    "the prior is the code of the step itself: its evaluations would be made twice, and one not counted",
                    "take a cheaper code, or no prior");
        }
        if (step.get(Neb.JOB_PER) == JobPer.IMAGE && !prior.startsWith(BUILT_IN)) {
            problems.add(
                    at,
                    "with a job per image the prior runs where you call cairn, and " + prior
                            + " is a program of its own",
                    "take a prior that is built in, or job_per: band");
        }
        start.ifPresent(structure -> objections(prior, structure)
                .forEach(objection -> problems.add(at, "the prior cannot treat the structure: " + objection, "")));
    }

    private static List<String> objections(String prior, Structure structure) {
        return Codes.named(prior).map(code -> code.objections(structure)).orElse(List.of());
    }
}
