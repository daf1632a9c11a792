package cairn.campaign.work;

import cairn.codes.Code;
import cairn.codes.ForceEngine;
import cairn.structure.Structure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// PBE by GPAW, for a small cubic cell: what `engine/bench/dft-prior` needs of a DFT code, and no more.
record Gpaw(Path client) implements Code {
    @Override
    public String name() {
        return "gpaw";
    }

    @Override
    public String fingerprint() {
        try {
            return Files.readString(client);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + client, e);
        }
    }

    @Override
    public String validity() {
        return "To count calls with: cell and settings are too small for a barrier to be quoted.";
    }

    @Override
    public List<String> objections(Structure structure) {
        return List.of();
    }

    @Override
    public ForceEngine open(Path folder) {
        return new GpawEngine(client, folder);
    }
}
