package cairn.codes.dft.vasp;

import cairn.codes.Code;
import cairn.codes.CodeKind;
import cairn.codes.CodeSpec;
import cairn.codes.OwnKeys;
import cairn.codes.dft.DftKeys;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.Functional;
import cairn.codes.dft.vasp.input.IncarTags;
import cairn.codes.dft.vasp.potcar.PotcarLibrary;
import cairn.codes.dft.vasp.potcar.PotcarVariants;
import cairn.codes.dft.vasp.potcar.Potcars;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/// VASP: `code: vasp`.
///
/// `pseudopotentials` is the folder of POTCARs, or the variants of elements. Where the workflow names no folder, the
/// environment of jobs does; then it is no part of the settings, so that the folder may lie elsewhere tomorrow.
public final class Vasp implements CodeKind {
    static final String NAME = "vasp";

    private static final String POTENTIALS = "pseudopotentials";

    /// Found in the environment; never in the settings that a job gets.
    private static final String FOUND = "potcars";

    private static final Set<String> TAKES = DftKeys.and(POTENTIALS);

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
        return IncarTags.all();
    }

    @Override
    public ObjectNode located(ObjectNode settings, Places places) {
        ObjectNode located = settings.deepCopy();
        if (located.path(POTENTIALS).isString()) {
            located.put(POTENTIALS, places.absolute(located.path(POTENTIALS).stringValue()));
        } else {
            found(settings, places.environment())
                    .ifPresent(library -> located.put(FOUND, library.folder().toString()));
        }
        return located;
    }

    private static Optional<PotcarLibrary> found(ObjectNode settings, Map<String, String> environment) {
        return Functional.of(settings.path("functional").asString(""))
                .flatMap(functional -> PotcarLibrary.in(environment, functional));
    }

    @Override
    public List<Objection> objections(ObjectNode settings) {
        List<Objection> objections = new ArrayList<>();
        if (settings.path("functional").asString("").equals(Functional.BLYP.word())) {
            objections.add(
                    new Objection("functional", "VASP has no BLYP of its own", "take PBE, PBEsol, RPBE or r2SCAN"));
        }
        if (settings.path("smearing").asString("").equals("marzari-vanderbilt")) {
            objections.add(new Objection(
                    "smearing",
                    "VASP has no smearing of Marzari and Vanderbilt",
                    "say smearing: methfessel-paxton for a metal, else gaussian"));
        }
        objections.addAll(places(settings));
        settings.path(NAME)
                .propertyNames()
                .forEach(tag -> IncarTags.instead(tag)
                        .map(instead -> new Objection(
                                NAME, "Cairn writes " + tag + " of VASP's INCAR itself", "say " + instead))
                        .ifPresent(objections::add));
        return List.copyOf(objections);
    }

    private static List<Objection> places(ObjectNode settings) {
        Optional<PotcarLibrary> library = folder(settings);
        if (library.isEmpty()) {
            return List.of(new Objection(
                    POTENTIALS,
                    "nobody says where the POTCARs are",
                    "set environment: {" + PotcarLibrary.VARIABLE + ": /path/to/potpaw_PBE} in the profile of the"
                            + " cluster, or name the folder as pseudopotentials"));
        }
        Path folder = library.get().folder();
        return folder.isAbsolute()
                ? List.of()
                : List.of(new Objection(
                        POTENTIALS,
                        "the folder of POTCARs " + folder + " is not named in full",
                        "begin it with /: jobs run elsewhere, and a profile expands neither ~ nor $HOME"));
    }

    /// Of the POTCARs, by what the workflow says or the environment of jobs: this one, inside a job.
    private static Optional<PotcarLibrary> folder(ObjectNode settings) {
        return Optional.of(
                        settings.path(POTENTIALS).asString(settings.path(FOUND).asString("")))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .map(PotcarLibrary::new)
                .or(() -> found(settings, System.getenv()));
    }

    @Override
    public Code with(ObjectNode settings) {
        ObjectNode lasting = settings.deepCopy();
        lasting.remove(FOUND);
        DftSettings all = DftSettings.of(NAME, settings);
        PotcarLibrary library = folder(settings).orElseGet(PotcarLibrary::unknown);
        return new VaspCode(CodeSpec.of(NAME, lasting), all, new Potcars(library, variants(all), all.functional()));
    }

    private static PotcarVariants variants(DftSettings settings) {
        SortedMap<String, String> said = new TreeMap<>();
        settings.pseudopotentials()
                .properties()
                .forEach(entry -> said.put(entry.getKey(), entry.getValue().stringValue()));
        return new PotcarVariants(said);
    }
}
