package cairn.codes.meam;

/// Rose's equation of state, the energy per atom of a reference crystal against its nearest-neighbour
/// distance (H eq. 16): E(r) = -Ec (1 + a* + d a*^3) exp(-a*), a* = alpha (r / re - 1).
///
/// @param cohesiveEnergy Ec, eV
/// @param alpha sqrt(9 B Omega / Ec)
/// @param distance re, the nearest-neighbour distance in equilibrium, Angstrom
/// @param cubic d
record Rose(double cohesiveEnergy, double alpha, double distance, double cubic) {
    double energy(double r) {
        double reduced = alpha * (r / distance - 1);
        return -cohesiveEnergy * (1 + reduced + cubic * reduced * reduced * reduced) * Math.exp(-reduced);
    }
}
