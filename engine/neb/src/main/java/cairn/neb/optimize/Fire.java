package cairn.neb.optimize;

/// Fast inertial relaxation engine: Bitzek, Koskinen, Gahler, Moseler, Gumbsch, Phys. Rev. Lett. 97, 170201 (2006).
///
/// Constants and order of operations as in ASE 3.22.1; time in ASE's unit, Angstrom sqrt(amu/eV), mass 1 amu.
public record Fire(Vector position, Vector velocity, double timeStep, double mixing, int downhillSteps)
        implements Optimizer {
    private static final double FIRST_TIME_STEP = 0.1;
    private static final double LONGEST_TIME_STEP = 1.0;
    private static final int DOWNHILL_STEPS_BEFORE_FASTER = 5;
    private static final double FASTER = 1.1;
    private static final double SLOWER = 0.5;
    private static final double FIRST_MIXING = 0.1;
    private static final double LESS_MIXING = 0.99;
    /// Longest step of all degrees of freedom together, Angstrom.
    private static final double LONGEST_STEP = 0.2;

    public static Fire start(Vector position) {
        return new Fire(position, Vector.zero(position.size()), FIRST_TIME_STEP, FIRST_MIXING, 0);
    }

    @Override
    public boolean isLastKept() {
        return true;
    }

    @Override
    public boolean isStalled() {
        return false;
    }

    @Override
    public Fire restartedAt(Vector elsewhere) {
        return start(elsewhere);
    }

    @Override
    public Fire tryingAt(Vector elsewhere) {
        return new Fire(elsewhere, velocity, timeStep, mixing, downhillSteps);
    }

    @Override
    public Fire advance(Vector field) {
        return steered(field).moved(field);
    }

    private Fire steered(Vector field) {
        double speed = velocity.norm();
        if (speed == 0) {
            return this;
        }
        if (velocity.dot(field) <= 0) {
            return new Fire(position, Vector.zero(position.size()), timeStep * SLOWER, FIRST_MIXING, 0);
        }
        Vector turned = velocity.times(1 - mixing).plus(mixing * speed / field.norm(), field);
        boolean faster = downhillSteps > DOWNHILL_STEPS_BEFORE_FASTER;
        return new Fire(
                position,
                turned,
                faster ? Math.min(timeStep * FASTER, LONGEST_TIME_STEP) : timeStep,
                faster ? mixing * LESS_MIXING : mixing,
                downhillSteps + 1);
    }

    private Fire moved(Vector field) {
        Vector faster = velocity.plus(timeStep, field);
        Vector step = faster.times(timeStep);
        double length = step.norm();
        Vector limited = length > LONGEST_STEP ? step.times(LONGEST_STEP / length) : step;
        return new Fire(position.plus(limited), faster, timeStep, mixing, downhillSteps);
    }
}
