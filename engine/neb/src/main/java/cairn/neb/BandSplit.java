package cairn.neb;

import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A band cut at an intermediate minimum: what looked like one hop is two.
///
/// `guess` is where the path has the minimum. Relax it first, as an endpoint must be; then [#first] and [#second] are
/// the bands of the two hops, each for a search of its own.
public record BandSplit(List<Structure> before, Structure guess, List<Structure> after, Cells cells) {
    public BandSplit {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// The cut at the deepest minimum between the endpoints, where one is deeper than `deeperThan`, in eV.
    public static Optional<BandSplit> of(Band band, MinimumEnergyPath path, double deeperThan) {
        return path.profile().minima().stream()
                .filter(minimum -> minimum.depth() > deeperThan)
                .max(Comparator.comparingDouble(EnergyProfile.Minimum::depth))
                .map(minimum -> at(band, path, minimum.point().coordinate()));
    }

    private static BandSplit at(Band band, MinimumEnergyPath path, double coordinate) {
        int next = 1;
        while (path.points().get(next).coordinate() < coordinate) {
            next++;
        }
        double left = path.points().get(next - 1).coordinate();
        double fraction = (coordinate - left) / (path.points().get(next).coordinate() - left);
        List<Structure> images = band.images();
        return new BandSplit(
                images.subList(0, next),
                band.between(next - 1, fraction),
                images.subList(next, images.size()),
                band.cells());
    }

    /// From the first endpoint to the relaxed minimum, along the path that is known.
    public Band first(Structure minimum, int interiorImages) {
        List<Structure> images = new ArrayList<>(before);
        images.add(guess);
        images.add(minimum);
        return new Band(images, cells).respaced(interiorImages);
    }

    /// From the relaxed minimum to the last endpoint, along the path that is known.
    public Band second(Structure minimum, int interiorImages) {
        List<Structure> images = new ArrayList<>();
        images.add(minimum);
        images.add(guess);
        images.addAll(after);
        return new Band(images, cells).respaced(interiorImages);
    }
}
