package cairn.codes.dft.vasp;

import cairn.codes.Code;
import cairn.codes.ForceEngine;
import cairn.codes.Remark;
import cairn.codes.dft.DftCode;
import cairn.codes.dft.DftRemarks;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.vasp.potcar.PotcarChoice;
import cairn.codes.dft.vasp.potcar.PotcarLibrary;
import cairn.codes.dft.vasp.potcar.PotcarVariants;
import cairn.structure.Element;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// VASP with its settings.
record VaspCode(String spec, DftSettings settings, PotcarLibrary library) implements Code {
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
        return "POTCARs " + choice(species).identity();
    }

    PotcarChoice choice(List<Element> species) {
        return PotcarChoice.of(library, variants(), species, settings.functional());
    }

    private PotcarVariants variants() {
        SortedMap<String, String> said = new TreeMap<>();
        settings.pseudopotentials()
                .properties()
                .forEach(entry -> said.put(entry.getKey(), entry.getValue().stringValue()));
        return new PotcarVariants(said);
    }

    @Override
    public String validity() {
        return DftCode.validity("plane waves and PAW, VASP", settings)
                + " VASP itself was never run in the tests of Cairn: compare one result with a run of your own.";
    }

    @Override
    public List<String> objections(Structure structure) {
        List<String> objections = new ArrayList<>(DftCode.objections(structure));
        objections.addAll(choice(structure.species()).objections());
        return List.copyOf(objections);
    }

    @Override
    public List<Remark> remarks(Structure structure) {
        List<Remark> remarks = new ArrayList<>(DftRemarks.of(settings, structure));
        PotcarChoice choice = choice(structure.species());
        choice.withoutSemicore()
                .forEach(what ->
                        remarks.add(new Remark("W18", what, "take Li_sv, Ti_pv or Ti_sv for energies that count")));
        choice.harderThan(settings.cutoffs().cutoffEv())
                .forEach(what -> remarks.add(new Remark("", what, "take it, or show that less is enough")));
        return List.copyOf(remarks);
    }

    @Override
    public ForceEngine open(Path folder) {
        return open(folder, 1);
    }

    @Override
    public ForceEngine open(Path folder, int cores) {
        return VaspEngine.of(this, folder, VaspCommand.on(cores));
    }
}
