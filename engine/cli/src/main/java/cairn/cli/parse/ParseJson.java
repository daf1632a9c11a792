package cairn.cli.parse;

import cairn.codes.output.Cost;
import cairn.codes.output.Energies;
import cairn.codes.output.Output;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidMoment;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.Verdict;
import cairn.structure.Element;
import cairn.structure.Stress;
import cairn.structure.Structure;
import cairn.structure.Units;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What one file says, for scripts; every key carries its unit, and what is not said is null.
///
/// Energy, forces, stress and structure are those of the last whole step; of an iteration of a band there is only the
/// energy of its highest image. The stress is in the order xx, yy, zz, yz, xz, xy, and positive under tension, as that
/// of ASE.
final class ParseJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ParseJson() {}

    static ObjectNode of(Path file, Output output) {
        ObjectNode json = NODES.objectNode();
        json.put("file", file.toString());
        json.put("code", output.code());
        json.put("version", output.version());
        json.put("verdict", Verdicts.word(output.verdict()));
        json.put("message", Verdicts.message(output.verdict()));
        json.put("steps", output.steps());
        switch (output.last()) {
            case Output.Last.Of(Step step) -> step(json, step);
            case Output.Last.None _ -> noStep(json);
        }
        ObjectNode fingerprint = json.putObject("fingerprint");
        output.fingerprint()
                .settings()
                .forEach((key, value) -> fingerprint.put(key.name().toLowerCase(Locale.ROOT), value));
        error(json, output.verdict());
        ArrayNode warnings = json.putArray("warnings");
        output.warnings().forEach(warnings::add);
        cost(json, output.cost());
        return json;
    }

    static ObjectNode unknown(Path file, String message) {
        return without(file, message).put("verdict", "unknown_code");
    }

    static ObjectNode unreadable(Path file, String message) {
        return without(file, message).putNull("verdict");
    }

    private static ObjectNode without(Path file, String message) {
        ObjectNode json = NODES.objectNode();
        json.put("file", file.toString());
        json.putNull("code");
        json.put("message", message);
        json.put("steps", 0);
        noStep(json);
        json.putObject("fingerprint");
        return json;
    }

    private static void noStep(ObjectNode json) {
        json.putNull("energy_ev");
        json.putNull("forces_ev_per_ang");
        json.putNull("stress_gpa");
    }

    private static void step(ObjectNode json, Step step) {
        json.put("energy_ev", step.energies().free());
        put(json, "energy_without_entropy_ev", step.energies().of(Energies.Kind.WITHOUT_ENTROPY));
        put(json, "energy_sigma_zero_ev", step.energies().of(Energies.Kind.SIGMA_ZERO));
        switch (step.forces()) {
            case SaidForces.Given(var forces) -> vectors(json.putArray("forces_ev_per_ang"), forces.toArray());
            case SaidForces.NotGiven _ -> json.putNull("forces_ev_per_ang");
        }
        stress(json, step.stress());
        switch (step.moment()) {
            case SaidMoment.Given(double moment) -> json.put("moment_bohr_magnetons", moment);
            case SaidMoment.NotGiven _ -> json.putNull("moment_bohr_magnetons");
        }
        json.put("iterations", step.iterations());
        switch (step.structure()) {
            case SaidStructure.Given(Structure structure) -> structure(json, structure);
            case SaidStructure.NotGiven _ -> json.putNull("positions_ang");
        }
    }

    private static void stress(ObjectNode json, Stress stress) {
        switch (stress) {
            case Stress.Tensor(double xx, double yy, double zz, double yz, double xz, double xy) -> {
                ArrayNode array = json.putArray("stress_gpa");
                for (double component : new double[] {xx, yy, zz, yz, xz, xy}) {
                    array.add(Units.GPA_PER_EV_ANGSTROM3 * component);
                }
            }
            case Stress.NotGiven _ -> json.putNull("stress_gpa");
        }
    }

    private static void structure(ObjectNode json, Structure structure) {
        ArrayNode species = json.putArray("species");
        structure.species().stream().map(Element::symbol).forEach(species::add);
        vectors(json.putArray("cell_ang"), structure.cell().toArray());
        vectors(json.putArray("positions_ang"), structure.positions().toArray());
    }

    private static void vectors(ArrayNode rows, double[] components) {
        for (int at = 0; at < components.length; at += 3) {
            rows.addArray().add(components[at]).add(components[at + 1]).add(components[at + 2]);
        }
    }

    private static void error(ObjectNode json, Verdict verdict) {
        if (verdict instanceof Verdict.Crashed(var error)) {
            json.putObject("error")
                    .put("signature", error.signature())
                    .put("message", error.message())
                    .put("advice", error.advice());
        }
    }

    private static void cost(ObjectNode json, Cost cost) {
        put(json, "wall_s", cost.seconds());
        put(json, "memory_mib", cost.memory());
    }

    private static void put(ObjectNode json, String key, OptionalDouble number) {
        if (number.isPresent()) {
            json.put(key, number.getAsDouble());
        } else {
            json.putNull(key);
        }
    }
}
