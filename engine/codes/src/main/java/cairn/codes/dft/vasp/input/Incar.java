package cairn.codes.dft.vasp.input;

import cairn.codes.dft.DftSettings;
import cairn.codes.dft.Dispersion;
import cairn.codes.dft.Functional;
import cairn.codes.dft.HubbardShell;
import cairn.codes.dft.Smearing;
import cairn.codes.dft.vasp.potcar.Potcar;
import cairn.structure.Element;
import cairn.structure.Structure;
import cairn.templates.Templates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The tags of an INCAR: what the settings say, what the run is for, and over it what the workflow says in VASP's own
/// words. What each tag means: https://vasp.at/wiki/Category:INCAR_tag.
final class Incar {
    /// From so many atoms on, projectors in real space save time (VASP wiki, page LREAL).
    private static final int LARGE = 30;

    /// VASP has no fixed occupations. Gaussians as narrow as this are those of any insulator.
    private static final double NARROW_EV = 0.01;

    private static final Map<Functional, String> GGA =
            Map.of(Functional.PBE, "PE", Functional.PBESOL, "PS", Functional.RPBE, "RP");

    private final SequencedMap<String, String> tags = new LinkedHashMap<>();

    private Incar() {}

    /// For a structure whose atoms are grouped, with the POTCARs of its elements in their order; `run` are the tags
    /// that say what is to be done with it.
    static Incar of(DftSettings settings, Structure structure, List<Potcar> potcars, SequencedMap<String, String> run) {
        Incar incar = new Incar();
        incar.put("SYSTEM", structure.composition().formula());
        incar.tags.putAll(run);
        incar.basis(settings, structure);
        incar.functional(settings);
        incar.field(settings);
        incar.spin(settings, structure);
        incar.hubbard(settings, structure);
        incar.charge(settings, structure, potcars);
        incar.own(settings.own());
        return incar;
    }

    private void put(String tag, Object value) {
        tags.put(tag, written(value));
    }

    private void basis(DftSettings settings, Structure structure) {
        put("PREC", "Accurate");
        put("ENCUT", settings.cutoffs().cutoffEv());
        put("LREAL", structure.count() > LARGE ? "Auto" : false);
    }

    /// GGA and METAGGA must not stand together; what neither of them says is in the POTCARs.
    private void functional(DftSettings settings) {
        Functional functional = settings.functional();
        if (functional == Functional.R2SCAN) {
            put("METAGGA", "R2SCAN");
        } else if (GGA.containsKey(functional)) {
            put("GGA", GGA.get(functional));
        }
        if (functional == Functional.R2SCAN || !settings.hubbardUEv().isEmpty()) {
            put("LASPH", true);
        }
        if (settings.dispersion() != Dispersion.NONE) {
            put("IVDW", settings.dispersion() == Dispersion.D3_BJ ? 12 : 11);
        }
    }

    /// Mixing is not made for meta-GGAs: VASP's wiki, page METAGGA, has ALGO = All for them.
    private void field(DftSettings settings) {
        put("ALGO", settings.functional() == Functional.R2SCAN ? "All" : "Normal");
        put("EDIFF", settings.scf().convergenceEv());
        put("NELM", settings.scf().iterations());
        Smearing smearing = settings.smearing();
        put("ISMEAR", smear(smearing.kind()));
        put("SIGMA", smearing.isUsed() ? smearing.widthEv() : NARROW_EV);
    }

    private static int smear(Smearing.Kind kind) {
        return switch (kind) {
            case NONE, GAUSSIAN -> 0;
            case FERMI_DIRAC -> -1;
            case METHFESSEL_PAXTON -> 1;
            case MARZARI_VANDERBILT -> throw new IllegalArgumentException("VASP has no " + kind);
        };
    }

    private void spin(DftSettings settings, Structure structure) {
        put("ISPIN", settings.spin().isResolved() ? 2 : 1);
        if (settings.spin().isResolved()) {
            put(
                    "MAGMOM",
                    eachElement(
                            structure,
                            element -> count(structure, element) + "*"
                                    + written(settings.spin().moment(element.symbol()))));
            put("LORBIT", 11);
        }
    }

    private static long count(Structure structure, Element element) {
        return structure.species().stream().filter(element::equals).count();
    }

    /// The U of Dudarev et al. (LDAUTYPE = 2), which stands for U - J. On-site densities mix up to twice the angular
    /// momentum of the shell (VASP wiki, page LMAXMIX).
    private void hubbard(DftSettings settings, Structure structure) {
        Map<String, Double> u = settings.hubbardUEv();
        List<HubbardShell> shells = structure.species().stream()
                .map(Element::symbol)
                .distinct()
                .filter(u::containsKey)
                .map(HubbardShell::of)
                .toList();
        if (!shells.isEmpty()) {
            put("LDAU", true);
            put("LDAUTYPE", 2);
            put("LDAUL", eachElement(structure, element -> shell(u, element)));
            put("LDAUU", eachElement(structure, element -> written(u.getOrDefault(element.symbol(), 0.0))));
            put("LDAUJ", eachElement(structure, _ -> "0"));
            put("LMAXMIX", shells.contains(HubbardShell.F) ? 6 : 4);
        }
    }

    private static String shell(Map<String, Double> u, Element element) {
        return u.containsKey(element.symbol())
                ? String.valueOf(HubbardShell.of(element.symbol()).momentum())
                : "-1";
    }

    private static String eachElement(Structure structure, Function<Element, String> words) {
        return structure.species().stream().distinct().map(words).collect(Collectors.joining(" "));
    }

    private void charge(DftSettings settings, Structure structure, List<Potcar> potcars) {
        if (settings.charge() != 0) {
            double neutral = potcars.stream()
                    .mapToDouble(potcar -> potcar.valence()
                            * structure.species().stream()
                                    .filter(element -> element.symbol().equals(potcar.element()))
                                    .count())
                    .sum();
            put("NELECT", neutral - settings.charge());
        }
    }

    private void own(JsonNode own) {
        own.properties()
                .forEach(entry -> tags.put(entry.getKey().toUpperCase(Locale.ROOT), written(value(entry.getValue()))));
    }

    private static Object value(JsonNode json) {
        if (json.isArray()) {
            List<String> words = new ArrayList<>();
            json.forEach(item -> words.add(written(value(item))));
            return String.join(" ", words);
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.isIntegralNumber() ? json.longValue() : json.isNumber() ? json.doubleValue() : json.asString();
    }

    /// A whole number stands without a point.
    private static String written(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? ".TRUE." : ".FALSE.";
            case Double number
            when number == Math.rint(number) && Math.abs(number) < 1e15 -> String.valueOf(Math.round(number));
            case Object other -> other.toString();
        };
    }

    String text() {
        return Templates.render(
                "vasp/INCAR",
                Map.of(
                        "lines",
                        tags.entrySet().stream()
                                .map(tag -> tag.getKey() + " = " + tag.getValue())
                                .toList()));
    }
}
