package cairn.codes.dft.espresso;

import cairn.codes.dft.Cutoffs;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.Dispersion;
import cairn.codes.dft.Smearing;
import cairn.codes.dft.pseudo.Choice;
import cairn.codes.dft.pseudo.Pseudopotential;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/// The namelists of a pw.x input: what the settings say, and over it what the workflow says in pw.x's own words.
///
/// Symmetry is off: an engine is asked for one structure after another, and pw.x keeps the symmetry of the first.
final class Namelists {
    static final String PSEUDO_FOLDER = "pseudo";

    private final SequencedMap<String, SequencedMap<String, String>> all = new LinkedHashMap<>();

    private Namelists() {
        List.of("control", "system", "electrons").forEach(name -> all.put(name, new LinkedHashMap<>()));
    }

    /// For a structure of so many atoms, with species in the order of the choice's elements, that Cairn moves.
    static SequencedMap<String, SequencedMap<String, String>> of(DftSettings settings, Choice choice, int atoms) {
        return of(settings, choice, atoms, new LinkedHashMap<>());
    }

    /// The same with what a task says, as [PwTask] has it. Only a task may need namelists for ions and cells: of others
    /// pw.x says that it ignores them.
    static SequencedMap<String, SequencedMap<String, String>> of(
            DftSettings settings, Choice choice, int atoms, SequencedMap<String, Object> task) {
        Namelists namelists = new Namelists();
        namelists.control();
        namelists.system(settings, choice, atoms);
        namelists.spin(settings, choice);
        namelists.corrections(settings, choice);
        namelists.electrons(settings);
        task.forEach(namelists::put);
        namelists.own(settings);
        return namelists.all;
    }

    private void put(String namelist, String key, Object value) {
        all.computeIfAbsent(namelist, _ -> new LinkedHashMap<>()).put(key, fortran(value));
    }

    private void put(String name, Object value) {
        int dot = name.indexOf('.');
        put(name.substring(0, dot), name.substring(dot + 1), value);
    }

    private void control() {
        put("control", "calculation", "scf");
        put("control", "prefix", "cairn");
        put("control", "outdir", "./");
        put("control", "pseudo_dir", "./" + PSEUDO_FOLDER);
        put("control", "disk_io", "none");
        put("control", "tprnfor", true);
        put("control", "tstress", true);
    }

    private void system(DftSettings settings, Choice choice, int atoms) {
        Cutoffs cutoffs = settings.cutoffs();
        double density = cutoffs.densityEv() > 0 ? cutoffs.densityEv() : choice.densityFactor() * cutoffs.cutoffEv();
        put("system", "ibrav", 0);
        put("system", "nat", atoms);
        put("system", "ntyp", choice.byElement().size());
        put("system", "ecutwfc", PwUnits.rydberg(cutoffs.cutoffEv()));
        put("system", "ecutrho", PwUnits.rydberg(density));
        put("system", "nosym", true);
        put("system", "tot_charge", settings.charge());
        smearing(settings.smearing());
    }

    private void smearing(Smearing smearing) {
        put("system", "occupations", smearing.isUsed() ? "smearing" : "fixed");
        if (smearing.isUsed()) {
            put("system", "smearing", smearing.kind().word());
            put("system", "degauss", PwUnits.rydberg(smearing.widthEv()));
        }
    }

    /// pw.x wants the moment of an element as a part of its valence electrons.
    private void spin(DftSettings settings, Choice choice) {
        if (settings.spin().isResolved()) {
            put("system", "nspin", 2);
            int species = 1;
            for (Pseudopotential one : choice.byElement().values()) {
                put(
                        "system",
                        "starting_magnetization(" + species++ + ")",
                        settings.spin().moment(one.element()) / one.valence());
            }
        }
    }

    private void corrections(DftSettings settings, Choice choice) {
        if (settings.dispersion() != Dispersion.NONE) {
            put("system", "vdw_corr", "dft-d3");
            put("system", "dftd3_version", settings.dispersion() == Dispersion.D3_BJ ? 4 : 3);
        }
        if (!settings.hubbardUEv().isEmpty()) {
            put("system", "lda_plus_u", true);
            List<String> species = new ArrayList<>(choice.byElement().keySet());
            settings.hubbardUEv().forEach((element, ev) -> {
                if (species.contains(element)) {
                    put("system", "hubbard_u(" + (1 + species.indexOf(element)) + ")", ev);
                }
            });
        }
    }

    private void electrons(DftSettings settings) {
        put("electrons", "conv_thr", PwUnits.rydberg(settings.scf().convergenceEv()));
        put("electrons", "electron_maxstep", settings.scf().iterations());
    }

    private void own(DftSettings settings) {
        settings.own().properties().stream()
                .filter(namelist -> all.containsKey(namelist.getKey().toLowerCase(Locale.ROOT)))
                .forEach(namelist -> namelist.getValue()
                        .properties()
                        .forEach(entry -> put(
                                namelist.getKey().toLowerCase(Locale.ROOT),
                                entry.getKey().toLowerCase(Locale.ROOT),
                                value(entry.getValue()))));
    }

    static Object value(JsonNode json) {
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return json.isIntegralNumber() ? json.longValue() : json.isNumber() ? json.doubleValue() : json.asString();
    }

    static String fortran(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? ".true." : ".false.";
            case String text -> "'" + text.replace("'", "''") + "'";
            case Object number -> number.toString();
        };
    }
}
