package cairn.codes.bands;

import cairn.structure.band.BandRecord;
import java.util.Optional;

/// Reads the bands that one program leaves.
public interface BandReader {
    /// The program, and the files by which its bands are recognised, in words.
    String recognises();

    /// The band in the folder; empty if there is none of this program.
    ///
    /// @throws cairn.structure.format.FormatException if there is one that cannot be used
    Optional<BandRecord> read(BandFolder folder, ImageCount images);
}
