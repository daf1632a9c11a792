package cairn.codes.dft.espresso;

import cairn.codes.Code;
import cairn.codes.CodeKind;
import cairn.codes.CodeSpec;
import cairn.codes.OwnKeys;
import cairn.codes.dft.DftKeys;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.pseudo.Families;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Quantum ESPRESSO's pw.x: `code: qe`.
public final class Espresso implements CodeKind {
    static final String NAME = "qe";

    private static final String POTENTIALS = "pseudopotentials";

    private static final Set<String> TAKES = DftKeys.and("density_cutoff", POTENTIALS);

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
        return InputKeys.all();
    }

    @Override
    public ObjectNode located(ObjectNode settings, Places places) {
        ObjectNode located = settings.deepCopy();
        JsonNode said = settings.path(POTENTIALS);
        if (said.isString() && !Families.names().contains(said.stringValue())) {
            located.put(POTENTIALS, places.absolute(said.stringValue()));
        } else if (said.isObject()) {
            ObjectNode files = located.putObject(POTENTIALS);
            said.properties()
                    .forEach(entry -> files.put(
                            entry.getKey(), places.absolute(entry.getValue().stringValue())));
        }
        return located;
    }

    @Override
    public List<Objection> objections(ObjectNode settings) {
        List<Objection> objections = new ArrayList<>();
        settings.path(NAME)
                .properties()
                .forEach(namelist -> namelist.getValue()
                        .propertyNames()
                        .forEach(key -> objection(namelist.getKey(), key).ifPresent(objections::add)));
        return List.copyOf(objections);
    }

    private static Optional<Objection> objection(String namelist, String key) {
        return InputKeys.instead(namelist.toLowerCase(Locale.ROOT), key)
                .map(instead -> new Objection(
                        NAME, "Cairn writes " + namelist + "." + key + " of pw.x's input itself", "say " + instead));
    }

    @Override
    public Code with(ObjectNode settings) {
        return new EspressoCode(CodeSpec.of(NAME, settings), DftSettings.of(NAME, settings));
    }
}
