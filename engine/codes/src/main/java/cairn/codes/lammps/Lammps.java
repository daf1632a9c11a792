package cairn.codes.lammps;

import cairn.codes.Code;
import cairn.codes.ForceEngine;
import cairn.codes.NativeRuns;
import cairn.codes.Overlap;
import cairn.structure.Element;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// LAMMPS as a code of a workflow: `code: lammps`.
public final class Lammps implements Code {
    static final String COMMAND = "lmp";

    private final KimModel model;

    private Lammps(KimModel model) {
        this.model = model;
    }

    /// With the Li-Si potential of Cui et al. (2012).
    public static Lammps withLithiumSilicon() {
        return new Lammps(KimModel.CUI_2012_LI_SI);
    }

    @Override
    public String name() {
        return "lammps";
    }

    @Override
    public String fingerprint() {
        return "lammps " + model.id();
    }

    @Override
    public String validity() {
        return model.validity();
    }

    @Override
    public List<String> objections(Structure structure) {
        List<String> objections = new ArrayList<>();
        structure.species().stream()
                .map(Element::symbol)
                .distinct()
                .filter(symbol -> !model.elements().contains(symbol))
                .map(symbol -> "The model " + model.id() + " does not know the element " + symbol + ".")
                .forEach(objections::add);
        if (structure.constraints().fixedCount() == structure.count()) {
            objections.add("Every atom is held fixed: there is nothing to relax.");
        }
        Overlap.in(structure)
                .map(error -> error.message() + "; " + error.advice())
                .ifPresent(objections::add);
        return List.copyOf(objections);
    }

    @Override
    public ForceEngine open(Path folder) {
        return LammpsEngine.of(folder, model, Way.ofThisProcess());
    }

    @Override
    public Optional<NativeRuns> nativeRuns() {
        return Optional.of(new LammpsRuns(model));
    }

    @Override
    public boolean relaxesByItself() {
        return true;
    }
}
