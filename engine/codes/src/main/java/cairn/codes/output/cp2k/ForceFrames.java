package cairn.codes.output.cp2k;

import cairn.codes.output.Line;
import cairn.codes.output.LineReader;
import cairn.codes.output.Step.SaidForces;
import cairn.structure.Forces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The forces in a file `PROJECT-frc-1.xyz` (or `.frc`), Hartree/Bohr, one frame for each step.
///
/// Each frame tells its energy, `E = -1.2013507724`; a frame that does not belong to the energy of the step is not
/// used.
final class ForceFrames implements AutoCloseable {
    private static final double SAME_HARTREE = 1e-7;

    private final LineReader lines;
    private boolean trusted = true;

    private ForceFrames(LineReader lines) {
        this.lines = lines;
    }

    static Optional<ForceFrames> beside(Path output, String project) {
        for (String name : List.of(project + "-frc-1.xyz", project + "-1.frc")) {
            Path file = output.resolveSibling(name.substring(name.lastIndexOf('/') + 1));
            if (!project.isEmpty() && Files.isRegularFile(file) && Files.isReadable(file)) {
                return Optional.of(new ForceFrames(LineReader.open(file)));
            }
        }
        return Optional.empty();
    }

    /// Those of the next frame, if its energy is this one (eV).
    SaidForces next(double energy) {
        if (!trusted || !lines.next()) {
            return none();
        }
        double atoms = lines.line().numberFrom(0);
        if (!(atoms >= 1) || atoms > 1e8 || !lines.next()) {
            return none();
        }
        double said = Hartree.ENERGY * lines.line().numberAfter("E =");
        double[] forces = new double[3 * (int) atoms];
        double[] three = new double[3];
        for (int atom = 0; atom < (int) atoms; atom++) {
            if (!lines.next() || numbers(lines.line(), three) < 3) {
                return none();
            }
            for (int axis = 0; axis < 3; axis++) {
                forces[3 * atom + axis] = Hartree.FORCE * three[axis];
            }
        }
        return Math.abs(said - energy) < SAME_HARTREE * Hartree.ENERGY
                ? new SaidForces.Given(Forces.of(forces))
                : none();
    }

    private static int numbers(Line line, double[] into) {
        return line.numbers(line.indent() + line.word(0).length(), into);
    }

    /// After a frame that does not fit, none that follows can be trusted.
    private SaidForces none() {
        trusted = false;
        return new SaidForces.NotGiven();
    }

    @Override
    public void close() {
        lines.close();
    }
}
