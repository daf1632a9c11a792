package cairn.campaign.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/// The lines of one segment: `<crc32c, 8 hex digits> <json>\n`.
///
/// A last line without its end, or with a wrong checksum, is a write that a crash cut short and does not count. A
/// bad line that a good one follows was damaged later: that is [CorruptJournal], with file and line. Within a sealed
/// length every line must be good.
final class Segment {
    private static final int CRC_DIGITS = 8;
    private static final int MAX_LINE_BYTES = 16 << 20;

    private final String name;
    private final long limit;
    private long goodBytes;
    private long line;
    private long firstBadLine;
    private long lastSequence;

    /// `limit` is the sealed length, or `Long.MAX_VALUE` for the newest segment.
    Segment(String name, long limit, long lastSequence) {
        this.name = name;
        this.limit = limit;
        this.lastSequence = lastSequence;
    }

    static byte[] encode(List<JournalRecord> batch) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(batch.size() * 256);
        for (JournalRecord each : batch) {
            byte[] json = RecordJson.write(each);
            bytes.writeBytes((crc(json, 0, json.length) + " ").getBytes(UTF_8));
            bytes.writeBytes(json);
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }

    /// The record that every segment begins with.
    static Event.Opened first(String name, InputStream unbuffered) throws IOException {
        InputStream source = new BufferedInputStream(unbuffered, 512);
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);
        int next = source.read();
        while (next >= 0 && next != '\n' && buffer.size() <= MAX_LINE_BYTES) {
            buffer.write(next);
            next = source.read();
        }
        if (decode(name, 1, buffer.toByteArray()).map(JournalRecord::event).orElse(new Event.Closed())
                instanceof Event.Opened opened) {
            return opened;
        }
        throw new CorruptJournal(
                name + ", line 1: the segment does not begin with who opened it; restore the file" + " from a backup");
    }

    /// Reads to the seal or to the last good record, and returns its length in bytes.
    long read(InputStream source, Consumer<JournalRecord> each) throws IOException {
        InputStream in = new BufferedInputStream(source);
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);
        long position = 0;
        while (position < limit) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            position++;
            if (next == '\n') {
                accept(buffer.toByteArray(), position, each);
                buffer.reset();
            } else {
                buffer.write(next);
                checkLength(buffer.size());
            }
        }
        checkSeal();
        return goodBytes;
    }

    private void accept(byte[] bytes, long end, Consumer<JournalRecord> each) {
        line++;
        Optional<JournalRecord> record = decode(name, line, bytes);
        if (record.isEmpty()) {
            firstBadLine = firstBadLine == 0 ? line : firstBadLine;
            return;
        }
        if (firstBadLine != 0) {
            throw new CorruptJournal(name + ", line " + firstBadLine + ": the record is damaged (its checksum does not"
                    + " match) and good ones follow it; restore the file from a backup");
        }
        checkSequence(record.get());
        goodBytes = end;
        each.accept(record.get());
    }

    private void checkSequence(JournalRecord found) {
        if (found.sequence() != lastSequence + 1) {
            throw new CorruptJournal(name + ", line " + line + ": record " + found.sequence() + " follows record "
                    + lastSequence + "; records are missing, restore the file from a backup");
        }
        lastSequence = found.sequence();
    }

    private void checkSeal() {
        if (limit != Long.MAX_VALUE && goodBytes != limit) {
            throw new CorruptJournal(name + ", line " + (line + 1) + ": the segment was sealed at " + limit
                    + " bytes but is good only up to byte " + goodBytes + "; restore the file from a backup");
        }
    }

    private void checkLength(int bytes) {
        if (bytes > MAX_LINE_BYTES) {
            throw new CorruptJournal(
                    name + ", line " + (line + 1) + ": longer than " + MAX_LINE_BYTES + " bytes; not a journal");
        }
    }

    long lastSequence() {
        return lastSequence;
    }

    private static Optional<JournalRecord> decode(String name, long line, byte[] bytes) {
        int start = CRC_DIGITS + 1;
        if (bytes.length <= start || bytes[CRC_DIGITS] != ' ') {
            return Optional.empty();
        }
        String stated = new String(bytes, 0, CRC_DIGITS, UTF_8);
        if (!stated.equals(crc(bytes, start, bytes.length - start))) {
            return Optional.empty();
        }
        try {
            return Optional.of(RecordJson.read(bytes, start));
        } catch (CorruptJournal unknown) {
            throw unknown.in(name, line);
        }
    }

    private static String crc(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
