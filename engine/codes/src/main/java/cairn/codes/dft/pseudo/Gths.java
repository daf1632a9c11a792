package cairn.codes.dft.pseudo;

import cairn.codes.dft.pseudo.Pseudopotential.Content;
import cairn.codes.dft.pseudo.Pseudopotential.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Potentials converted from a file of CP2K. A file is read once: nothing changes it while Cairn runs.
final class Gths {
    private static final Map<Path, GthPotentials> READ = new ConcurrentHashMap<>();

    private Gths() {}

    static List<Pseudopotential> candidates(Path file, String name, String element) {
        return READ.computeIfAbsent(file, GthPotentials::read).find(element, name).stream()
                .map(Gths::converted)
                .toList();
    }

    private static Pseudopotential converted(GthPotential potential) {
        return new Pseudopotential(
                potential.element(),
                GthFile.name(potential),
                "PBE",
                potential.valence(),
                Kind.NORM_CONSERVING,
                0,
                new Content.Converted(GthFile.ofPbe(potential)));
    }
}
