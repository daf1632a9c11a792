package cairn.codes.dft.gpaw;

import cairn.codes.dft.DftSettings;
import cairn.codes.dft.HubbardShell;
import cairn.codes.dft.KPoints;
import cairn.codes.dft.Smearing;
import cairn.codes.dft.Spin;
import cairn.structure.Structure;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the template of GPAW's calculator reads.
final class GpawParameters {
    private GpawParameters() {}

    static ObjectNode of(DftSettings settings, Structure structure) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        KPoints.Mesh mesh = settings.kPoints().in(structure.cell());
        json.put("cutoff_ev", settings.cutoffs().cutoffEv());
        json.put("xc", settings.functional().word());
        json.putArray("mesh").add(mesh.a()).add(mesh.b()).add(mesh.c());
        json.set("occupations", occupations(settings.smearing()));
        json.put("charge", settings.charge());
        json.put("maxiter", settings.scf().iterations());
        json.put("scf_convergence_ev", settings.scf().convergenceEv());
        json.set("setups", setups(settings.hubbardUEv()));
        json.set("moments", moments(settings.spin(), structure));
        json.set("own", settings.own());
        return json;
    }

    /// Gaussians are the lowest order of Methfessel and Paxton; no width is fixed occupations.
    private static ObjectNode occupations(Smearing smearing) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return switch (smearing.kind()) {
            case NONE -> json.put("name", "fermi-dirac").put("width", 0.0);
            case GAUSSIAN ->
                json.put("name", "methfessel-paxton")
                        .put("width", smearing.widthEv())
                        .put("order", 0);
            case METHFESSEL_PAXTON ->
                json.put("name", "methfessel-paxton")
                        .put("width", smearing.widthEv())
                        .put("order", 1);
            case FERMI_DIRAC, MARZARI_VANDERBILT ->
                json.put("name", smearing.kind().word()).put("width", smearing.widthEv());
        };
    }

    private static ObjectNode setups(Map<String, Double> hubbardUEv) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        hubbardUEv.forEach((element, ev) ->
                json.put(element, ":" + HubbardShell.of(element).letter() + "," + ev));
        return json;
    }

    /// Empty without spin; with it, an element that nobody gave a moment has none.
    private static ObjectNode moments(Spin spin, Structure structure) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (spin.isResolved()) {
            structure.species().forEach(element -> json.put(element.symbol(), spin.moment(element.symbol())));
        }
        return json;
    }
}
