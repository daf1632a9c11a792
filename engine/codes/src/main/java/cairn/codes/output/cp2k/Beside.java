package cairn.codes.output.cp2k;

import cairn.codes.bands.cp2k.RestartFile;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.cp2k.Frames.Frame;
import cairn.structure.Forces;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The files of forces (`PROJECT-frc-1.xyz` or `PROJECT-1.frc`, Hartree/Bohr) and of positions (`PROJECT-pos-1.xyz`,
/// Angstrom) beside an output; they are opened once a step asks for them, when the output has told its project.
///
/// Each frame tells its energy; a frame that does not belong to the energy of the step is not used.
final class Beside implements AutoCloseable {
    private static final double SAME_HARTREE = 1e-7;
    private static final List<String> FORCES = List.of("-frc-1.xyz", "-1.frc");
    private static final List<String> POSITIONS = List.of("-pos-1.xyz");

    private final Path output;
    private String project = "";
    private String input = "";
    private boolean looked;
    private RestartFile sections = RestartFile.of(List.of());
    private Optional<Frames> forces = Optional.empty();
    private Optional<Frames> positions = Optional.empty();
    private boolean trusted = true;
    private Optional<Frame> pending = Optional.empty();

    Beside(Path output) {
        this.output = output;
    }

    /// What the output has told so far of the names of the project and its input.
    void named(String toldProject, String toldInput) {
        project = toldProject;
        input = toldInput;
    }

    /// What the input says of cell and fixed atoms.
    RestartFile sections() {
        look();
        return sections;
    }

    private void look() {
        if (!looked) {
            looked = true;
            forces = Frames.beside(output, project, FORCES);
            positions = Frames.beside(output, project, POSITIONS);
            sections = Cp2kInput.beside(output, input).sections();
        }
    }

    /// Those of the next step, if its energy is this one (eV); after a frame that does not fit, none is trusted.
    SaidForces forces(double energy) {
        look();
        Optional<Frame> frame =
                trusted ? forces.flatMap(Frames::next).filter(next -> is(next, energy)) : Optional.empty();
        trusted = frame.isPresent();
        return frame.<SaidForces>map(next -> new SaidForces.Given(Forces.of(next.numbers().stream()
                        .mapToDouble(number -> Hartree.FORCE * number)
                        .toArray())))
                .orElseGet(SaidForces.NotGiven::new);
    }

    /// Where the atoms were in a step of this number and energy (eV). Of an optimization CP2K writes no frame of the
    /// first step.
    Optional<Frame> positions(int step, double energy) {
        look();
        while (pending.isEmpty() || pending.get().step() < step) {
            pending = positions.flatMap(Frames::next);
            if (pending.isEmpty()) {
                positions.ifPresent(Frames::close);
                positions = Optional.empty();
                return Optional.empty();
            }
        }
        return pending.filter(frame -> frame.step() == step && is(frame, energy));
    }

    private static boolean is(Frame frame, double energy) {
        return Math.abs(Hartree.ENERGY * frame.energyHartree() - energy) < SAME_HARTREE * Hartree.ENERGY;
    }

    @Override
    public void close() {
        forces.ifPresent(Frames::close);
        positions.ifPresent(Frames::close);
    }
}
