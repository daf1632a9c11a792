package cairn.codes.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The file that takes what a program says, standard output and error together; it only grows.
record Screen(Path file) {
    /// Of one answer; more is cut at its beginning, since verdicts stand at the end.
    private static final long MOST_BYTES = 32L << 20;

    private static final int LAST_LINES = 6;
    private static final int LONGEST_LINE = 200;

    long size() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    /// What was said after a place.
    String since(long place) {
        long begin = Math.max(place, size() - MOST_BYTES);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - begin));
            channel.position(begin);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // A read may give less than is asked.
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// The last lines of some words that say anything.
    static String lastWords(String words) {
        List<String> lines = words.lines()
                .map(String::strip)
                .filter(line -> line.chars().anyMatch(Character::isLetter))
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_LINE)))
                .toList();
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                .collect(Collectors.joining(" | "));
    }
}
