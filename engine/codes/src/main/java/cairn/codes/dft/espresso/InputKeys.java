package cairn.codes.dft.espresso;

import cairn.codes.OwnKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/// The keys of pw.x's namelists, from a data file, and those of them that Cairn writes itself.
final class InputKeys {
    private static final String FILE = "input-keys.properties";

    /// What a workflow says in other words, or not at all.
    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("control.calculation", "the verb of the step"),
            Map.entry("control.prefix", "nothing: it is Cairn's"),
            Map.entry("control.outdir", "nothing: it is Cairn's"),
            Map.entry("control.wfcdir", "nothing: it is Cairn's"),
            Map.entry("control.pseudo_dir", "pseudopotentials"),
            Map.entry("control.tprnfor", "nothing: forces are always computed"),
            Map.entry("control.restart_mode", "nothing: Cairn restarts by itself"),
            Map.entry("control.nstep", "max_steps, or the duration of an md step"),
            Map.entry("control.dt", "timestep"),
            Map.entry("control.max_seconds", "nothing: the walltime of the job is the limit"),
            Map.entry("control.forc_conv_thr", "fmax"),
            Map.entry("ions.tempw", "temperature"),
            Map.entry("cell.press", "nothing: a cell relaxes until it is free of stress"),
            Map.entry("cell.press_conv_thr", "stress_max"),
            Map.entry("system.ibrav", "nothing: the structure has the cell"),
            Map.entry("system.celldm", "nothing: the structure has the cell"),
            Map.entry("system.a", "nothing: the structure has the cell"),
            Map.entry("system.nat", "nothing: the structure has the atoms"),
            Map.entry("system.ntyp", "nothing: the structure has the atoms"),
            Map.entry("system.ecutwfc", "cutoff"),
            Map.entry("system.ecutrho", "density_cutoff"),
            Map.entry("system.occupations", "smearing"),
            Map.entry("system.smearing", "smearing"),
            Map.entry("system.degauss", "smearing_width"),
            Map.entry("system.nspin", "spin"),
            Map.entry("system.starting_magnetization", "moments"),
            Map.entry("system.tot_charge", "charge"),
            Map.entry("system.vdw_corr", "dispersion"),
            Map.entry("system.hubbard_u", "hubbard_u"),
            Map.entry("system.lda_plus_u", "hubbard_u"),
            Map.entry("system.input_dft", "functional"),
            Map.entry("electrons.conv_thr", "scf_convergence"),
            Map.entry("electrons.electron_maxstep", "scf_iterations"));

    private static final OwnKeys ALL = load();

    private InputKeys() {}

    static OwnKeys all() {
        return ALL;
    }

    /// What to say instead of a key that Cairn writes itself; empty for the others.
    static Optional<String> instead(String namelist, String key) {
        return Optional.ofNullable(OURS.get(namelist + "." + bare(key)));
    }

    /// A key as the manual lists it: in lower case, without the index of an array.
    static String bare(String key) {
        int index = key.indexOf('(');
        return (index < 0 ? key : key.substring(0, index)).toLowerCase(Locale.ROOT);
    }

    private static OwnKeys load() {
        Properties properties = new Properties();
        try (InputStream file = InputKeys.class.getResourceAsStream(FILE)) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        SortedMap<String, OwnKeys> namelists = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> namelists.put(name, keys(properties.getProperty(name))));
        return new OwnKeys.Only(namelists);
    }

    private static OwnKeys keys(String words) {
        SortedMap<String, OwnKeys> keys = new TreeMap<>();
        List.of(words.strip().split("\\s+")).forEach(key -> keys.put(key, new OwnKeys.Anything()));
        return new OwnKeys.Only(keys);
    }
}
