package cairn.codes.lammps;

import java.util.Set;

/// A portable model of the OpenKIM archive: its extended id, the elements it knows, and what it is good for.
record KimModel(String id, Set<String> elements, String validity) {
    /// Cui, Gao, Cui, Qu, J. Power Sources 207, 150 (2012), as archived under doi 10.25950/9af5d696.
    static final KimModel CUI_2012_LI_SI = new KimModel(
            "MEAM_LAMMPS_CuiGaoCui_2012_LiSi__MO_557492625287_000",
            Set.of("Li", "Si"),
            "A classical potential (2NN-MEAM of Cui et al., J. Power Sources 207, 150 (2012)) for screening and"
                    + " regression: lattices within 2 % of experiment, Li-Si formation energies 0.14-0.19 eV/atom"
                    + " too weak against PBE.");

    KimModel {
        elements = Set.copyOf(elements);
    }
}
