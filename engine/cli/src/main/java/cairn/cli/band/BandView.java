package cairn.cli.band;

import cairn.cli.engine.BandCall;
import cairn.cli.engine.BandCall.Destination;
import cairn.cli.engine.Console;
import cairn.cli.engine.Exit;
import cairn.codes.catalogue.Bands;
import cairn.neb.record.RecordedPath;
import cairn.structure.band.BandRecord;
import cairn.structure.format.FormatException;
import java.util.List;

/// Reads a band and says what it found.
public final class BandView {
    private BandView() {}

    public static Exit tell(BandCall call, Console console) {
        BandRecord record;
        RecordedPath path;
        try {
            record = Bands.read(call.folder(), call.images());
            path = RecordedPath.of(record, call.fmax());
        } catch (FormatException problem) {
            console.complain(String.valueOf(problem.getMessage()));
            return Exit.WRONG;
        } catch (IllegalArgumentException problem) {
            // The records check themselves; here what they refuse is what somebody's files say.
            console.complain(call.folder() + ": " + problem.getMessage());
            return Exit.WRONG;
        }
        List<String> written = write(call.destination(), record, path);
        switch (console.format()) {
            case TEXT -> new BandText(record, path).lines().forEach(console::say);
            case JSON -> console.say(BandJson.of(record, path).toPrettyString());
        }
        written.forEach(file -> tellWritten(file, console));
        return Exit.DONE;
    }

    private static List<String> write(Destination destination, BandRecord record, RecordedPath path) {
        return switch (destination) {
            case Destination.Nowhere _ -> List.of();
            case Destination.Folder(var folder) -> BandFiles.write(folder, record, path);
        };
    }

    /// With JSON on `out` nothing else goes there.
    private static void tellWritten(String file, Console console) {
        if (console.format() == Console.Format.TEXT) {
            console.say(file);
        }
    }
}
