package cairn.campaign.work.files;

import cairn.campaign.work.json.EvaluationJson;
import cairn.campaign.work.json.Json;
import cairn.campaign.work.json.ObservationJson;
import cairn.neb.Observation;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import tools.jackson.databind.node.ObjectNode;

/// Every evaluation of a job, kept so that no attempt computes one twice.
///
///     file   := record*
///     record := crc " " json "\n"     crc: CRC-32C of json, 8 hexadecimal digits
///     json   := an observation as [ObservationJson] has it, the "key" of its structure, and the "code_version"
///
/// The key is SHA-256 over the code's fingerprint, the species, the cell and the positions, bit by bit: an answer is
/// used again only for exactly the same question. What follows the first record that cannot be read (a job was killed
/// while it wrote) is cut off when the file is opened.
public final class EvaluationLog implements AutoCloseable {
    private static final int CRC_DIGITS = 8;

    /// An evaluation, and the version of the code that gave it.
    public record Answer(Evaluation evaluation, String codeVersion) {}

    private final String fingerprint;
    private final Path file;
    private final FileChannel channel;
    private final Map<String, Answer> known = new HashMap<>();
    private final List<ObjectNode> loaded = new ArrayList<>();

    private EvaluationLog(Path file, FileChannel channel, String fingerprint) {
        this.file = file;
        this.channel = channel;
        this.fingerprint = fingerprint;
    }

    public static EvaluationLog open(Path file, String fingerprint) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            EvaluationLog log = new EvaluationLog(file, channel, fingerprint);
            long whole = log.load(Files.readString(file, StandardCharsets.ISO_8859_1));
            channel.truncate(whole).position(whole);
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file, e);
        }
    }

    /// The length of what could be read.
    private int load(String text) {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            String line = text.substring(start, end);
            if (!isIntact(line)) {
                return start;
            }
            ObjectNode record = Json.parse(line.substring(CRC_DIGITS + 1));
            known.put(key(record), answer(record));
            loaded.add(record);
            start = end + 1;
        }
        return start;
    }

    private static String key(ObjectNode record) {
        return record.required("key").stringValue();
    }

    private static Answer answer(ObjectNode record) {
        return new Answer(
                EvaluationJson.read(record), record.required("code_version").stringValue());
    }

    private static boolean isIntact(String line) {
        return line.length() > CRC_DIGITS
                && line.substring(0, CRC_DIGITS).equals(checksum(line.substring(CRC_DIGITS + 1)));
    }

    private static String checksum(String json) {
        CRC32C crc = new CRC32C();
        crc.update(json.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /// What earlier attempts have evaluated of structures like this one, which differ from it by nothing but positions;
    /// the key vouches for cell, species and code.
    public List<Observation> ofEarlierAttempts(Structure like) {
        return loaded.stream()
                .filter(record -> record.has("positions_ang"))
                .filter(record -> record.withArray("positions_ang").size() == 3 * like.count())
                .map(record -> new Recalled(key(record), ObservationJson.read(record, like)))
                .filter(recalled ->
                        recalled.key().equals(key(recalled.observation().structure())))
                .map(Recalled::observation)
                .toList();
    }

    private record Recalled(String key, Observation observation) {}

    public synchronized Optional<Answer> find(Structure structure) {
        return Optional.ofNullable(known.get(key(structure)));
    }

    public synchronized void append(Structure structure, Answer answer) {
        ObjectNode record = ObservationJson.write(new Observation(structure, answer.evaluation()));
        record.put("code_version", answer.codeVersion());
        record.put("key", key(structure));
        String json = Json.line(record);
        write(checksum(json) + " " + json + "\n");
        known.put(key(structure), answer);
    }

    private void write(String line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /// Returns once everything appended is on the disk.
    public void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sync " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }

    private String key(Structure structure) {
        MessageDigest digest = sha256();
        String species = structure.species().stream().map(Element::symbol).collect(Collectors.joining(" "));
        digest.update((fingerprint + "\n" + species + "\n").getBytes(StandardCharsets.UTF_8));
        update(digest, structure.cell().toArray());
        update(digest, structure.positions().toArray());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * numbers.length);
        bytes.asDoubleBuffer().put(numbers);
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
