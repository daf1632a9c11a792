package cairn.codes.dft;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What every DFT code must be told, in the same words for all of them; `own` goes to the code as it is.
///
/// `pseudopotentials` is a family's name or a folder, or files by element; `basis` the name of a basis set. Codes that
/// have no such choice do not look at them.
public record DftSettings(
        Functional functional,
        Cutoffs cutoffs,
        KPoints kPoints,
        Smearing smearing,
        Spin spin,
        double charge,
        Dispersion dispersion,
        Scf scf,
        SortedMap<String, Double> hubbardUEv,
        JsonNode pseudopotentials,
        String basis,
        ObjectNode own) {
    public DftSettings {
        hubbardUEv = Collections.unmodifiableSortedMap(new TreeMap<>(hubbardUEv));
        own = own.deepCopy();
    }

    /// From the JSON of a plan or an order, for the code of a name.
    public static DftSettings of(String code, ObjectNode json) {
        return new DftSettings(
                Functional.of(json.required("functional").stringValue()).orElseThrow(),
                new Cutoffs(
                        json.required("cutoff_ev").doubleValue(),
                        json.path("density_cutoff_ev").asDouble(0),
                        json.path("relative_cutoff_ev").asDouble(0)),
                kPoints(json.required("k_points")),
                smearing(json),
                spin(json),
                json.path("charge").asDouble(0),
                Dispersion.of(json.path("dispersion").asString("none")),
                new Scf(
                        json.required("scf_convergence_ev").doubleValue(),
                        json.required("scf_iterations").intValue()),
                numbers(json.path("hubbard_u_ev")),
                json.path("pseudopotentials"),
                json.path("basis").asString(""),
                own(code, json));
    }

    private static KPoints kPoints(JsonNode json) {
        if (json.has("spacing_per_ang")) {
            return new KPoints.Spacing(json.required("spacing_per_ang").doubleValue());
        }
        JsonNode mesh = json.required("mesh");
        return new KPoints.Mesh(
                mesh.path(0).intValue(), mesh.path(1).intValue(), mesh.path(2).intValue());
    }

    private static Smearing smearing(ObjectNode json) {
        return new Smearing(
                Smearing.Kind.of(json.required("smearing").stringValue()),
                json.path("smearing_width_ev").asDouble(0));
    }

    private static Spin spin(ObjectNode json) {
        return json.path("spin").asString("none").equals("collinear")
                ? new Spin.Collinear(numbers(json.path("moments")))
                : new Spin.None();
    }

    private static SortedMap<String, Double> numbers(JsonNode json) {
        SortedMap<String, Double> numbers = new TreeMap<>();
        json.properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().doubleValue()));
        return numbers;
    }

    private static ObjectNode own(String code, ObjectNode json) {
        return json.path(code) instanceof ObjectNode own ? own : JsonNodeFactory.instance.objectNode();
    }
}
