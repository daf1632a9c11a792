package cairn.codes.task;

/// One instant of molecular dynamics: which step of its run, the potential energy (eV), the temperature (K), and the
/// pressure (eV/Angstrom^3), NaN where the code does not tell it.
public record Sample(int step, double potentialEv, double temperatureK, double pressure) {}
