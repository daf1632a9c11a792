package cairn.codes.dft.vasp;

import cairn.codes.dft.vasp.input.SavedField;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// A folder where one structure after another is computed that resemble each other, as one image of a band does from
/// round to round: each run starts from what the one before has saved.
final class Place {
    private final Path folder;
    private Optional<Structure> last = Optional.empty();

    Place(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /// How far the atoms are from where they were last, at most, in Angstrom; endless for other atoms.
    double distance(Structure structure) {
        return last.filter(before -> before.species().equals(structure.species()))
                .map(before -> distance(before, structure))
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double distance(Structure before, Structure structure) {
        double[] one = before.positions().toArray();
        double[] other = structure.positions().toArray();
        double farthest = 0;
        for (int x = 0; x < one.length; x += 3) {
            double dx = one[x] - other[x];
            double dy = one[x + 1] - other[x + 1];
            double dz = one[x + 2] - other[x + 2];
            farthest = Math.max(farthest, Math.sqrt(dx * dx + dy * dy + dz * dz));
        }
        return farthest;
    }

    /// What was computed here last, to its end.
    void computed(Structure structure) {
        last = Optional.of(structure);
    }

    /// What lies here is not to be used.
    void forget() {
        last = Optional.empty();
        SavedField.delete(folder);
    }

    /// Whether a run here has something to start from.
    boolean isKnown() {
        return last.isPresent();
    }

    /// The tags of a run that starts from what was saved here, as far as it is whole.
    SequencedMap<String, String> start(int spins) {
        boolean orbitals = isKnown() && SavedField.isWholeWavecar(folder.resolve(SavedField.ORBITALS));
        boolean density = last.filter(
                        before -> SavedField.isWholeChgcar(folder.resolve(SavedField.DENSITY), before.count(), spins))
                .isPresent();
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        tags.put("ISTART", orbitals ? "1" : "0");
        tags.put("ICHARG", density ? "1" : orbitals ? "0" : "2");
        return tags;
    }
}
