package cairn.codes.dft.espresso;

import cairn.codes.Code;
import cairn.codes.ForceEngine;
import cairn.codes.NativeRuns;
import cairn.codes.Remark;
import cairn.codes.client.ClientEngine;
import cairn.codes.client.Patience;
import cairn.codes.dft.DftCode;
import cairn.codes.dft.DftRemarks;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.Pulay;
import cairn.codes.dft.pseudo.Choice;
import cairn.codes.dft.pseudo.Families;
import cairn.codes.dft.pseudo.Family;
import cairn.codes.dft.pseudo.Hashes;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Quantum ESPRESSO with its settings.
record EspressoCode(String spec, DftSettings settings) implements Code {
    @Override
    public String name() {
        return Espresso.NAME;
    }

    @Override
    public String fingerprint() {
        String files = family().map(Hashes::of).orElse("not here");
        return DftCode.fingerprint(Espresso.NAME, spec, "pseudopotentials " + files);
    }

    private Optional<Family> family() {
        return Families.of(settings.pseudopotentials());
    }

    @Override
    public String validity() {
        return DftCode.validity("plane waves, Quantum ESPRESSO", settings);
    }

    @Override
    public List<String> objections(Structure structure) {
        List<String> objections = new ArrayList<>(DftCode.objections(structure));
        family().ifPresentOrElse(
                        family -> objections.addAll(Choice.of(family, structure, settings.functional())
                                .objections()),
                        () -> objections.add(
                                "Of the pseudopotentials: " + Families.missing(settings.pseudopotentials()) + "."));
        return List.copyOf(objections);
    }

    @Override
    public List<Remark> remarks(Structure structure) {
        List<Remark> remarks = new ArrayList<>(DftRemarks.of(settings, structure));
        family().ifPresent(family -> remarks.addAll(remarks(Choice.of(family, structure, settings.functional()))));
        return List.copyOf(remarks);
    }

    @Override
    public List<Remark> remarksOnFreeCell(Structure structure) {
        return family().map(family -> Choice.of(family, structure, settings.functional()))
                .map(choice -> Pulay.remarks(settings.cutoffs().cutoffEv(), choice::harderThan))
                .orElse(List.of());
    }

    private List<Remark> remarks(Choice choice) {
        double cutoff = settings.cutoffs().cutoffEv();
        return Stream.of(
                        choice.harderThan(cutoff).stream()
                                .map(what -> new Remark("", "cutoff", what, "take it, or show that less is enough")),
                        choice.harderThanMeasured(cutoff).stream()
                                .map(what -> new Remark("", "cutoff", what, "take that, or a softer potential")),
                        choice.withoutSemicore().stream()
                                .map(what -> new Remark(
                                        "W18", "pseudopotentials", what, "take a pseudopotential with that shell")))
                .flatMap(remark -> remark)
                .toList();
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
        Family family = family().orElseThrow(
                        () -> DftCode.failure("qe/no-pseudopotentials", Families.missing(settings.pseudopotentials())));
        return ClientEngine.of(new PwClient(settings, family), folder, cores, Patience.usual());
    }

    @Override
    public Optional<NativeRuns> nativeRuns() {
        return Optional.of(new EspressoRuns(settings));
    }
}
