package cairn.codes.dft.vasp;

import cairn.structure.Structure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;

/// The folders of an engine, `image-0` and so on: one for each structure that is not near an earlier one.
final class Places {
    /// Farther than any step of a relaxation, and nearer than two images of a band: Angstrom.
    private static final double NEAR = 0.35;

    /// More are not kept, since orbitals fill disks.
    private static final int MOST = 16;

    private final Path folder;
    private final Deque<Place> all = new ArrayDeque<>();

    Places(Path folder) {
        this.folder = folder;
    }

    /// The one whose last structure is nearest; a new one if none is near, or the one that was not used for longest.
    Place of(Structure structure) {
        Place place = near(structure).orElseGet(() -> all.size() < MOST ? another() : longestUnused());
        all.remove(place);
        all.addLast(place);
        return place;
    }

    private Optional<Place> near(Structure structure) {
        return all.stream()
                .filter(place -> place.distance(structure) < NEAR)
                .min(Comparator.comparingDouble(place -> place.distance(structure)));
    }

    private Place another() {
        try {
            return new Place(Files.createDirectories(folder.resolve("image-" + all.size())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder in " + folder, e);
        }
    }

    private Place longestUnused() {
        Place place = all.getFirst();
        place.forget();
        return place;
    }

    /// Orbitals and densities are of no use to anybody after this.
    void close() {
        all.forEach(Place::forget);
    }
}
