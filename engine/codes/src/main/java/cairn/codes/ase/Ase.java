package cairn.codes.ase;

import cairn.codes.Code;
import cairn.codes.CodeKind;
import cairn.codes.CodeSpec;
import cairn.codes.OwnKeys;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// Any calculator of ASE: `code: {use: ase, ase: {calculator: emt}}`, or `calculator: mace.calculators.mace_mp` with
/// its `arguments`.
public final class Ase implements CodeKind {
    static final String NAME = "ase";
    private static final String CALCULATOR = "calculator";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> takes() {
        return Set.of();
    }

    @Override
    public OwnKeys ownKeys() {
        return new OwnKeys.Only(
                new TreeMap<>(Map.of(CALCULATOR, new OwnKeys.Anything(), "arguments", new OwnKeys.Anything())));
    }

    @Override
    public List<Objection> objections(ObjectNode settings) {
        return settings.path(NAME).path(CALCULATOR).isString()
                ? List.of()
                : List.of(new Objection(
                        NAME, "ase needs the name of a calculator", "say ase: {calculator: emt}, or MODULE.NAME"));
    }

    @Override
    public Code with(ObjectNode settings) {
        return new AseCode(CodeSpec.of(NAME, settings), (ObjectNode) settings.required(NAME));
    }
}
