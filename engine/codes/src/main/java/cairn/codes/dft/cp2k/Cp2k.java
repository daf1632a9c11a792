package cairn.codes.dft.cp2k;

import cairn.codes.Code;
import cairn.codes.CodeKind;
import cairn.codes.CodeSpec;
import cairn.codes.OwnKeys;
import cairn.codes.dft.DftKeys;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.Functional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// CP2K's Quickstep: `code: cp2k`. Its own input is `cp2k: {force_eval: {dft: {scf: {mixing: {alpha: 0.1}}}}}`, and
/// CP2K itself refuses what it does not know there.
public final class Cp2k implements CodeKind {
    static final String NAME = "cp2k";

    /// The functionals for which GTH_POTENTIALS has a family.
    private static final Map<Functional, String> FUNCTIONALS =
            Map.of(Functional.PBE, "PBE", Functional.LDA, "PADE", Functional.BLYP, "BLYP");

    private static final Set<String> SMEARINGS = Set.of("none", "fermi-dirac");

    private static final Set<String> TAKES = DftKeys.and("relative_cutoff", "basis");

    static String functional(Functional functional) {
        return FUNCTIONALS.getOrDefault(functional, functional.word());
    }

    static String potential(Functional functional) {
        return "GTH-" + functional(functional);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> takes() {
        return TAKES;
    }

    @Override
    public OwnKeys ownKeys() {
        return new OwnKeys.Anything();
    }

    @Override
    public List<Objection> objections(ObjectNode settings) {
        List<Objection> objections = new ArrayList<>();
        String functional = settings.path("functional").asString("");
        if (Functional.of(functional).filter(FUNCTIONALS::containsKey).isEmpty()) {
            objections.add(new Objection(
                    "functional",
                    "CP2K's GTH potentials are for PBE, LDA and BLYP, not " + functional,
                    "take one of them"));
        }
        if (!SMEARINGS.contains(settings.path("smearing").asString(""))) {
            objections.add(new Objection(
                    "smearing", "CP2K smears by Fermi and Dirac only", "say smearing: fermi-dirac, or none"));
        }
        double charge = settings.path("charge").asDouble(0);
        if (charge != Math.rint(charge)) {
            objections.add(new Objection("charge", "CP2K takes whole charges, not " + charge, "take a whole number"));
        }
        return List.copyOf(objections);
    }

    @Override
    public Code with(ObjectNode settings) {
        return new Cp2kCode(CodeSpec.of(NAME, settings), DftSettings.of(NAME, settings));
    }
}
