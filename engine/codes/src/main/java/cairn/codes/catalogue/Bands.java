package cairn.codes.catalogue;

import cairn.codes.bands.BandFolder;
import cairn.codes.bands.BandReader;
import cairn.codes.bands.ImageCount;
import cairn.codes.bands.ase.AseBands;
import cairn.codes.bands.cp2k.Cp2kBands;
import cairn.codes.bands.espresso.NebXBands;
import cairn.codes.bands.lammps.LammpsBands;
import cairn.codes.bands.vasp.VaspBands;
import cairn.structure.band.BandRecord;
import cairn.structure.format.FormatException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The programs whose bands Cairn can read.
public final class Bands {
    private static final List<BandReader> READERS = List.of(
            new NebXBands(), new VaspBands(), new Cp2kBands(), new LammpsBands(), new AseBands(), new OutputBands());

    private Bands() {}

    /// The band in a folder, or in the one file of it that is named.
    ///
    /// @throws FormatException if there is none, or it cannot be used, or its images were computed differently
    public static BandRecord read(Path path, ImageCount images) {
        BandRecord band = record(path, images);
        ImageSettings.requireSame(BandFolder.of(path).path(), band);
        return band;
    }

    private static BandRecord record(Path path, ImageCount images) {
        return READERS.stream()
                .map(reader -> reader.read(BandFolder.of(path), images))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> none(path));
    }

    private static FormatException none(Path path) {
        return new FormatException(
                path.toString(),
                FormatException.WHOLE_FILE,
                "there is no band here that Cairn knows",
                "name a folder with the files of "
                        + READERS.stream().map(BandReader::recognises).collect(Collectors.joining(", ")));
    }
}
