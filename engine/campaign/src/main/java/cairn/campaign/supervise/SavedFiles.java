package cairn.campaign.supervise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/// The files that a run saved for another one: a checksum over all of them, and how they get there.
///
/// They are copied, not linked: the run that goes on writes over them, and may yet fail.
final class SavedFiles {
    private SavedFiles() {}

    /// CRC-32C over names and contents, in the order of the names; `none` for no files.
    static String checksum(SortedMap<String, Path> files) {
        if (files.isEmpty()) {
            return "none";
        }
        CRC32C all = new CRC32C();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            all.update(file.getKey().getBytes(StandardCharsets.UTF_8));
            add(file.getValue(), all);
        }
        return HexFormat.of().toHexDigits((int) all.getValue());
    }

    private static void add(Path file, CRC32C all) {
        try (InputStream bytes = new CheckedInputStream(Files.newInputStream(file), all)) {
            bytes.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static void copy(SortedMap<String, Path> files, Path folder) {
        files.forEach((name, file) -> {
            try {
                Path target = folder.resolve(name);
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot copy " + file, e);
            }
        });
    }
}
