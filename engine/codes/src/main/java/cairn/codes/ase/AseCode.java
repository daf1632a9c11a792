package cairn.codes.ase;

import cairn.codes.Code;
import cairn.codes.ForceEngine;
import cairn.codes.Remark;
import cairn.codes.client.ClientEngine;
import cairn.codes.client.Patience;
import cairn.codes.dft.DftCode;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// One of ASE's calculators with its arguments.
record AseCode(String spec, ObjectNode own) implements Code {
    @Override
    public String name() {
        return Ase.NAME;
    }

    @Override
    public String fingerprint() {
        return spec;
    }

    @Override
    public String validity() {
        return "What the calculator '" + calculator() + "' of ASE is good for, its authors say; Cairn does not know.";
    }

    @Override
    public List<String> objections(Structure structure) {
        return DftCode.objections(structure);
    }

    @Override
    public ForceEngine open(Path folder) {
        AseClient client =
                new AseClient(Ase.NAME, "ase", "ase/calculator.py", AseClient.Kept.IN_ANY_CELL, _ -> settings());
        return ClientEngine.of(client, folder, 1, Patience.usual());
    }

    @Override
    public List<Remark> remarksOnBarrier() {
        return Learned.isA(calculator())
                ? List.of(new Remark(
                        "W16",
                        Ase.NAME,
                        "'" + calculator()
                                + "' is a learned potential, and saddle points are what such have seen least",
                        "compute the endpoints and the saddle point with a DFT code, too"))
                : List.of();
    }

    private String calculator() {
        return own.path("calculator").asString("");
    }

    private ObjectNode settings() {
        ObjectNode settings = own.deepCopy();
        if (!settings.has("arguments")) {
            settings.putObject("arguments");
        }
        return settings;
    }
}
