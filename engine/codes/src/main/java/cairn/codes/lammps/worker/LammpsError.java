package cairn.codes.lammps.worker;

/// An error of a LAMMPS that was built to throw exceptions, in its own words; any other ends the process by itself.
final class LammpsError extends RuntimeException {
    private static final long serialVersionUID = 1;

    LammpsError(String words) {
        super(words);
    }
}
