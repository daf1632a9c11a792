package cairn.codes.dft;

/// When the SCF is converged (eV, of the total energy), and after how many iterations it is given up.
public record Scf(double convergenceEv, int iterations) {
    public Scf {
        if (!(convergenceEv > 0) || iterations < 1) {
            throw new IllegalArgumentException("no SCF: " + convergenceEv + " " + iterations);
        }
    }
}
