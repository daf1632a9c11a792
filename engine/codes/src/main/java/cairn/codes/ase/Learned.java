package cairn.codes.ase;

import java.util.Set;

/// Which calculators are potentials that were fitted to many structures by machine learning.
final class Learned {
    /// The packages of Python whose calculators are such.
    private static final Set<String> PACKAGES = Set.of(
            "alignn",
            "allegro",
            "calorine",
            "chgnet",
            "deepmd",
            "fairchem",
            "m3gnet",
            "mace",
            "matgl",
            "mattersim",
            "nequip",
            "orb_models",
            "pet_mad",
            "schnetpack",
            "sevenn",
            "tensorpotential",
            "torchani",
            "upet");

    private Learned() {}

    /// Of a calculator's name with its module, such as `mace.calculators.mace_mp`.
    static boolean isA(String calculator) {
        return PACKAGES.contains(calculator.split("\\.", 2)[0]);
    }
}
