package cairn.codes.bands.ase;

import cairn.codes.bands.ImageCount;
import cairn.structure.Positions;
import cairn.structure.Structure;
import cairn.structure.band.RecordedImage;
import cairn.structure.band.RecordedPlace;
import java.util.List;
import java.util.stream.IntStream;

/// The last whole band among the frames of a search, which writes all images at every step; `first` is the place of its
/// first image among the frames.
///
/// The endpoints never move, so the first frame comes again after as many frames as the band has images. Where it never
/// does, all frames together are one band.
record LastBand(List<RecordedImage> images, int first, boolean repeats, int left) {
    LastBand {
        images = List.copyOf(images);
    }

    static LastBand of(List<RecordedImage> frames, ImageCount count) {
        int size = switch (count) {
            case ImageCount.Of(int images) -> images;
            case ImageCount.Unsaid _ -> period(frames);
        };
        int bands = frames.size() / size;
        int left = frames.size() - bands * size;
        int first = (bands - 1) * size;
        return new LastBand(frames.subList(first, first + size), first, bands > 1, left);
    }

    private static int period(List<RecordedImage> frames) {
        return IntStream.range(3, frames.size())
                .filter(size -> same(frames.get(0), frames.get(size)))
                .filter(size -> 2 * size > frames.size() || same(frames.get(size - 1), frames.get(2 * size - 1)))
                .findFirst()
                .orElse(frames.size());
    }

    static boolean same(RecordedImage one, RecordedImage other) {
        return one.place() instanceof RecordedPlace.Atoms(Structure here)
                && other.place() instanceof RecordedPlace.Atoms(Structure there)
                && here.species().equals(there.species())
                && close(here.positions(), there.positions());
    }

    private static boolean close(Positions here, Positions there) {
        double[] one = here.toArray();
        double[] other = there.toArray();
        return IntStream.range(0, one.length).allMatch(i -> Math.abs(one[i] - other[i]) < 1e-6);
    }
}
