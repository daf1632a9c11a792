package cairn.codes.dft.vasp.input;

import cairn.codes.OwnKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/// The tags of INCAR, from a data file, and those of them that Cairn writes itself.
public final class IncarTags {
    private static final String FILE = "incar-tags.properties";
    private static final String CAIRNS = "nothing: it is Cairn's";
    private static final String SPINS = "nothing: spin is none or collinear";

    /// What a workflow says in other words, or not at all.
    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("system", CAIRNS),
            Map.entry("istart", "nothing: Cairn restarts by itself"),
            Map.entry("icharg", "nothing: Cairn restarts by itself"),
            Map.entry("nsw", "max_steps"),
            Map.entry("ibrion", "the verb of the step"),
            Map.entry("isif", "cell"),
            Map.entry("ediffg", "fmax"),
            Map.entry("pstress", "nothing: the stress must be that of the structure"),
            Map.entry("encut", "cutoff"),
            Map.entry("enmax", "cutoff"),
            Map.entry("ediff", "scf_convergence"),
            Map.entry("nelm", "scf_iterations"),
            Map.entry("ismear", "smearing"),
            Map.entry("sigma", "smearing_width"),
            Map.entry("ispin", "spin"),
            Map.entry("magmom", "moments"),
            Map.entry("lnoncollinear", SPINS),
            Map.entry("lsorbit", SPINS),
            Map.entry("ldau", "hubbard_u"),
            Map.entry("ldautype", "hubbard_u"),
            Map.entry("ldaul", "hubbard_u"),
            Map.entry("ldauu", "hubbard_u"),
            Map.entry("ldauj", "hubbard_u"),
            Map.entry("ivdw", "dispersion"),
            Map.entry("nelect", "charge"),
            Map.entry("gga", "functional"),
            Map.entry("metagga", "functional"),
            Map.entry("xc", "functional"),
            Map.entry("kspacing", "k_points"),
            Map.entry("kgamma", "k_points"),
            Map.entry("images", "interior_images"),
            Map.entry("ichain", "the verb of the step"),
            Map.entry("lclimb", "climbing"),
            Map.entry("spring", "spring_constant"));

    private static final OwnKeys ALL = load();

    private IncarTags() {}

    public static OwnKeys all() {
        return ALL;
    }

    /// What to say instead of a tag that Cairn writes itself; empty for the others.
    public static Optional<String> instead(String tag) {
        return Optional.ofNullable(OURS.get(tag.toLowerCase(Locale.ROOT)));
    }

    private static OwnKeys load() {
        Properties properties = new Properties();
        try (InputStream file = IncarTags.class.getResourceAsStream(FILE)) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        SortedMap<String, OwnKeys> tags = new TreeMap<>();
        for (String part : properties.stringPropertyNames()) {
            for (String tag : properties.getProperty(part).strip().split("\\s+")) {
                tags.put(tag, new OwnKeys.Anything());
            }
        }
        return new OwnKeys.Only(tags);
    }
}
