package cairn.codes.output.vasp.settings;

/// What VASP was asked to do with the ions.
public sealed interface Job {
    /// They stand still.
    public record Static(int steps) implements Job {}

    /// They move until a criterion is met: a change of energy (eV) for a positive EDIFFG, the largest force
    /// (eV/Angstrom) for a negative one, and none, so all steps are done, for zero.
    public record Relaxation(int steps, double ediffg) implements Job {}

    public record Dynamics(int steps) implements Job {}

    /// Phonons and others, whose number of steps VASP finds out itself.
    public record Other() implements Job {}
}
