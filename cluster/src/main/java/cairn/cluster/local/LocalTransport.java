package cairn.cluster.local;

import cairn.cluster.Transport;
import cairn.cluster.durable.Durable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Files that this machine sees itself.
public final class LocalTransport implements Transport {
    public LocalTransport() {}

    @Override
    public void stage(Path directory, Map<String, byte[]> files) {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            doing("stage", directory, () -> Durable.directory(directory, files));
        }
    }

    @Override
    public Optional<byte[]> read(Path file, long limit) {
        return present("read", file, () -> {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] content = in.readNBytes(Math.toIntExact(limit + 1));
                return content.length <= limit ? Optional.of(content) : Optional.empty();
            }
        });
    }

    @Override
    public OptionalLong size(Path file) {
        return present("measure", file, () -> Optional.of(Files.size(file)))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    @Override
    public Optional<String> sha256(Path file) {
        return present("checksum", file, () -> {
            try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), sha256())) {
                in.transferTo(OutputStream.nullOutputStream());
                return Optional.of(
                        HexFormat.of().formatHex(in.getMessageDigest().digest()));
            }
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static <T> Optional<T> present(String what, Path file, Query<T> query) {
        try {
            return query.ask();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot " + what + " " + file + ": " + e.getMessage(), e);
        }
    }

    private static void doing(String what, Path file, Effect effect) {
        try {
            effect.perform();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot " + what + " " + file + ": " + e.getMessage(), e);
        }
    }

    private interface Query<T> {
        Optional<T> ask() throws IOException;
    }

    private interface Effect {
        void perform() throws IOException;
    }
}
