package cairn.codes.dft.vasp;

import cairn.codes.Code;
import cairn.codes.ForceEngine;
import cairn.codes.NativeRuns;
import cairn.codes.Remark;
import cairn.codes.dft.DftCode;
import cairn.codes.dft.DftRemarks;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.Pulay;
import cairn.codes.dft.vasp.potcar.PotcarChoice;
import cairn.codes.dft.vasp.potcar.Potcars;
import cairn.codes.dft.vasp.run.VaspRuns;
import cairn.structure.Element;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// VASP with its settings.
record VaspCode(String spec, DftSettings settings, Potcars potcars) implements Code {
    @Override
    public String name() {
        return Vasp.NAME;
    }

    @Override
    public String fingerprint() {
        return DftCode.fingerprint(Vasp.NAME, spec, "and the POTCARs of its elements");
    }

    @Override
    public String potentials(List<Element> species) {
        return "POTCARs " + potcars.of(species).identity();
    }

    @Override
    public String validity() {
        return DftCode.validity("plane waves and PAW, VASP", settings)
                + " VASP itself was never run in the tests of Cairn: compare one result with a run of your own.";
    }

    @Override
    public List<String> objections(Structure structure) {
        List<String> objections = new ArrayList<>(DftCode.objections(structure));
        objections.addAll(potcars.of(structure.species()).objections());
        return List.copyOf(objections);
    }

    @Override
    public List<Remark> remarks(Structure structure) {
        List<Remark> remarks = new ArrayList<>(DftRemarks.of(settings, structure));
        PotcarChoice choice = potcars.of(structure.species());
        choice.withoutSemicore()
                .forEach(what -> remarks.add(new Remark(
                        "W18", "pseudopotentials", what, "take Li_sv, Ti_pv or Ti_sv for energies that count")));
        choice.harderThan(settings.cutoffs().cutoffEv())
                .forEach(what -> remarks.add(new Remark("", "cutoff", what, "take it, or show that less is enough")));
        return List.copyOf(remarks);
    }

    @Override
    public List<Remark> remarksOnFreeCell(Structure structure) {
        return Pulay.remarks(settings.cutoffs().cutoffEv(), potcars.of(structure.species())::harderThan);
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
        return VaspEngine.of(this, folder, VaspCommand.on(cores));
    }

    @Override
    public Optional<NativeRuns> nativeRuns() {
        return Optional.of(new VaspRuns(settings, potcars));
    }
}
