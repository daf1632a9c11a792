package cairn.campaign.work.files;

import cairn.campaign.step.Corrected;
import cairn.campaign.work.json.Json;
import cairn.campaign.work.order.WorkOrder;
import cairn.codes.correction.Remedy;
import cairn.codes.correction.RemedyJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// `corrections.log`: what a job has changed of its numerics, each before it is tried. It is carried on to the next
/// attempt, which begins with all of it and may change only as much as is left.
///
///     file := (json "\n")*      json: a remedy as [RemedyJson] has it, and "at", the time
///
/// A last line that was cut while it was written is dropped.
public final class CorrectionLog {
    private final Path file;
    private final InstantSource clock;
    private final List<Remedy> earlier;

    private CorrectionLog(Path file, InstantSource clock, List<Remedy> earlier) {
        this.file = file;
        this.clock = clock;
        this.earlier = earlier;
    }

    public static CorrectionLog open(Path directory, InstantSource clock) {
        Path file = directory.resolve(WorkOrder.CORRECTIONS);
        cutTornTail(file);
        return new CorrectionLog(
                file, clock, read(directory).stream().map(Corrected::remedy).toList());
    }

    /// What the job of a directory has told so far; nothing where it has corrected nothing.
    public static List<Corrected> read(Path directory) {
        String text = text(directory.resolve(WorkOrder.CORRECTIONS));
        List<Corrected> corrections = new ArrayList<>();
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            ObjectNode json = Json.parse(line);
            corrections.add(new Corrected(Instant.parse(json.required("at").stringValue()), RemedyJson.read(json)));
        }
        return corrections;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException _) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void cutTornTail(Path file) {
        byte[] whole = text(file).getBytes(StandardCharsets.UTF_8);
        int end = whole.length;
        while (end > 0 && whole[end - 1] != '\n') {
            end--;
        }
        if (end < whole.length) {
            truncate(file, end);
        }
    }

    private static void truncate(Path file, int length) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot cut " + file, e);
        }
    }

    /// Of earlier attempts, in their order.
    public List<Remedy> earlier() {
        return earlier;
    }

    /// Returns once the correction is on the disk.
    public void append(Remedy remedy) {
        ObjectNode json = RemedyJson.write(remedy);
        json.put("at", clock.instant().toString());
        ByteBuffer bytes = ByteBuffer.wrap((Json.line(json) + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
