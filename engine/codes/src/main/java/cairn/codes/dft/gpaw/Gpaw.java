package cairn.codes.dft.gpaw;

import cairn.codes.Code;
import cairn.codes.CodeKind;
import cairn.codes.CodeSpec;
import cairn.codes.OwnKeys;
import cairn.codes.dft.DftKeys;
import cairn.codes.dft.DftSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// GPAW with plane waves: `code: gpaw`.
public final class Gpaw implements CodeKind {
    static final String NAME = "gpaw";

    private static final Set<String> TAKES = DftKeys.and();

    /// The parameters of GPAW 22.8 that the shared settings leave alone (gpaw/calculator.py, default_parameters).
    private static final List<String> OWN = List.of(
            "poissonsolver",
            "h",
            "gpts",
            "nbands",
            "setups",
            "basis",
            "filter",
            "mixer",
            "eigensolver",
            "background_charge",
            "experimental",
            "external",
            "random",
            "symmetry",
            "hund",
            "convergence",
            "verbose",
            "parallel");

    /// Those that Cairn writes, and what to say instead.
    private static final Map<String, String> OURS = Map.of(
            "mode", "cutoff",
            "xc", "functional",
            "kpts", "k_points",
            "occupations", "smearing",
            "charge", "charge",
            "spinpol", "spin",
            "maxiter", "scf_iterations");

    /// gpaw-setups have these.
    private static final Set<String> FUNCTIONALS = Set.of("PBE", "LDA", "RPBE");

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
        SortedMap<String, OwnKeys> keys = Stream.concat(OWN.stream(), OURS.keySet().stream())
                .collect(Collectors.toMap(key -> key, _ -> new OwnKeys.Anything(), (one, _) -> one, TreeMap::new));
        return new OwnKeys.Only(keys);
    }

    @Override
    public List<Objection> objections(ObjectNode settings) {
        List<Objection> objections = new ArrayList<>();
        String functional = settings.path("functional").asString("");
        if (!FUNCTIONALS.contains(functional)) {
            objections.add(new Objection(
                    "functional", "GPAW's setups are for PBE, LDA and RPBE, not " + functional, "take one of them"));
        }
        if (!settings.path("dispersion").asString("none").equals("none")) {
            objections.add(new Objection(
                    "dispersion", "GPAW has no D3 of its own", "say dispersion: none, or use qe or cp2k"));
        }
        settings.path(NAME).propertyNames().stream()
                .filter(OURS::containsKey)
                .map(key -> new Objection(NAME, "Cairn writes " + key + " of GPAW itself", "say " + OURS.get(key)))
                .forEach(objections::add);
        return List.copyOf(objections);
    }

    @Override
    public Code with(ObjectNode settings) {
        return new GpawCode(CodeSpec.of(NAME, settings), DftSettings.of(NAME, settings));
    }
}
