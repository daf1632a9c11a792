package cairn.campaign.language.verbs;

import cairn.campaign.language.StepContext;
import cairn.campaign.shape.Key;
import cairn.campaign.yaml.Problems;
import cairn.structure.Element;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/// Rule W12: a timestep that the fastest vibration does not allow. The period of a bond grows with the square
/// root of the mass of its lighter atom; 1 fs is the usual limit with hydrogen, whose bonds take 8 to 11 fs.
final class TimestepInspection {
    private static final double LONGEST_WITH_HYDROGEN_FS = 1;
    private static final double HYDROGEN_AMU = 1.008;

    private TimestepInspection() {}

    static void run(
            StepContext step, Key<Double> key, double timestepFs, Collection<Element> atoms, Problems problems) {
        Element lightest =
                atoms.stream().min(Comparator.comparingDouble(Element::massAmu)).orElseThrow();
        double longest = LONGEST_WITH_HYDROGEN_FS * Math.sqrt(lightest.massAmu() / HYDROGEN_AMU);
        if (timestepFs > longest) {
            problems.warn(
                    "W12",
                    step.at(key),
                    String.format(
                            Locale.ROOT,
                            "a timestep of %.1f fs is long for the vibrations of %s: the energy drifts",
                            timestepFs,
                            lightest.symbol()),
                    String.format(Locale.ROOT, "take %.1f fs or less", longest));
        }
    }
}
