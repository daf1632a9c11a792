package cairn.codes.dft.pseudo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Hashes of files, for fingerprints: each file is read once, and again when it has changed.
public final class Hashes {
    private record Version(Path file, long bytes, FileTime time) {}

    private static final Map<Version, String> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST_FILES = 10_000;

    /// As many hexadecimal digits as tell files apart.
    private static final int DIGITS = 16;

    private Hashes() {}

    /// Of a family: of all its files.
    public static String of(Family family) {
        return switch (family) {
            case Family.Folder(Path folder) -> ofFolder(folder);
            case Family.Files(var byElement) -> ofFiles(List.copyOf(byElement.values()));
            case Family.Gth(Path file, String name) -> name + " " + ofFiles(List.of(file));
        };
    }

    /// Of the regular files in a folder, with their names.
    public static String ofFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return ofFiles(files.limit(MOST_FILES)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /// Of some files, with their names.
    public static String ofFiles(List<Path> files) {
        MessageDigest all = sha256();
        for (Path file : files) {
            all.update((file.getFileName() + " " + ofFile(file) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return hex(all);
    }

    /// The first digits of what sha256sum says of a file.
    public static String ofFile(Path file) {
        try {
            Version version = new Version(file, Files.size(file), Files.getLastModifiedTime(file));
            return KNOWN.computeIfAbsent(version, _ -> read(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    private static String read(Path file) {
        try {
            MessageDigest digest = sha256();
            digest.update(Files.readAllBytes(file));
            return hex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
