package cairn.codes.dft.cp2k;

import cairn.codes.Code;
import cairn.codes.ForceEngine;
import cairn.codes.NativeRuns;
import cairn.codes.Remark;
import cairn.codes.client.ClientEngine;
import cairn.codes.client.Patience;
import cairn.codes.dft.DftCode;
import cairn.codes.dft.DftRemarks;
import cairn.codes.dft.DftSettings;
import cairn.structure.Element;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// CP2K with its settings.
record Cp2kCode(String spec, DftSettings settings) implements Code {
    @Override
    public String name() {
        return Cp2k.NAME;
    }

    @Override
    public String fingerprint() {
        return DftCode.fingerprint(Cp2k.NAME, spec, "data " + Cp2kData.hash());
    }

    @Override
    public String validity() {
        return DftCode.validity("Gaussians and plane waves, CP2K", settings);
    }

    @Override
    public List<String> objections(Structure structure) {
        List<String> objections = new ArrayList<>(DftCode.objections(structure));
        String potential = Cp2k.potential(settings.functional());
        structure.species().stream().map(Element::symbol).distinct().sorted().forEach(element -> {
            missing(objections, Cp2kData.BASIS_SETS, element, settings.basis());
            missing(objections, Cp2kData.POTENTIALS, element, potential);
        });
        return List.copyOf(objections);
    }

    private static void missing(List<String> objections, String file, String element, String entry) {
        if (!Cp2kData.has(file, element, entry)) {
            objections.add("CP2K's " + file + " has no " + entry + " of " + element + ".");
        }
    }

    @Override
    public List<Remark> remarks(Structure structure) {
        return DftRemarks.of(settings, structure);
    }

    @Override
    public List<Remark> remarksAcrossCells() {
        return DftRemarks.acrossCells(settings);
    }

    @Override
    public ForceEngine open(Path folder) {
        return open(folder, 1);
    }

    @Override
    public ForceEngine open(Path folder, int cores) {
        return ClientEngine.of(new Cp2kClient(settings), folder, cores, Patience.usual());
    }

    @Override
    public Optional<NativeRuns> nativeRuns() {
        return Optional.of(new Cp2kRuns(settings));
    }
}
