package cairn.campaign.language.verbs;

import cairn.campaign.language.StepContext;
import cairn.campaign.shape.Key;
import cairn.campaign.verb.JobPer;
import cairn.campaign.yaml.Problems;

/// What an expert objects to in how a band is searched, before it runs.
final class SearchInspection {
    private final StepContext step;
    private final Problems problems;

    SearchInspection(StepContext step, Problems problems) {
        this.step = step;
        this.problems = problems;
    }

    void run() {
        if (step.get(Neb.SEARCH) == Neb.Kind.PLAIN) {
            onlyOfSurrogate(Neb.IMAGES_AT_A_TIME, "it asks for all images in each round");
        } else {
            atATime();
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
}
