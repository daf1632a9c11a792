package cairn.codes.output;

import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidMoment;
import cairn.codes.output.Step.SaidStructure;
import cairn.structure.Stress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The iterations of a band as steps: each has the energy of its highest image, and neither forces nor positions, which
/// are of many images.
public final class BandSteps {
    /// For whoever reads the energy of such a step.
    public static final String WARNING = "a band: the energy is that of its highest image; `cairn band` reads all";

    private final Consumer<Step> steps;
    private final List<Double> energies = new ArrayList<>();
    private Output.Last last = new Output.Last.None();
    private int count;

    public BandSteps(Consumer<Step> steps) {
        this.steps = steps;
    }

    /// The energies of an iteration follow.
    public void begin() {
        energies.clear();
    }

    /// The next image has this energy, NaN if what is printed is no number.
    public void image(double energyEv) {
        energies.add(energyEv);
    }

    /// All images of an iteration have been told.
    public void end() {
        if (!energies.isEmpty() && energies.stream().allMatch(Double::isFinite)) {
            hand(energies.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
        }
        begin();
    }

    private void hand(double highest) {
        Step step = new Step(
                Energies.free(highest),
                new SaidForces.NotGiven(),
                new Stress.NotGiven(),
                new SaidStructure.NotGiven(),
                new SaidMoment.NotGiven(),
                0);
        count++;
        last = new Output.Last.Of(step);
        steps.accept(step);
    }

    public int count() {
        return count;
    }

    public Output.Last last() {
        return last;
    }
}
