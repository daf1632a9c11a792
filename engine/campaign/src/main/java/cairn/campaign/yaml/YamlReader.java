package cairn.campaign.yaml;

import cairn.campaign.yaml.Node.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads a YAML document into a located tree, or says in one line why it cannot.
///
/// Plain documents are read by [PlainYaml], which is fast, and all others from Jackson's tokens. Both follow YAML 1.2's
/// core schema, and give the same tree. Anchors and limits are ours, because Jackson's own tree reads an alias as text
/// and keeps the last of two equal keys.
public final class YamlReader {
    /// 100,000 steps written out in full (150 bytes each) are 15 MB; twice that is still read in seconds, and a file
    /// beyond it is a mistake (a trajectory named .yaml).
    public static final int MOST_BYTES = 32 << 20;

    private static final CoreTags SCHEMA = new CoreTags();

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .loadSettings(LoadSettings.builder()
                    .setCodePointLimit(MOST_BYTES)
                    .setAllowDuplicateKeys(true)
                    .setSchema(SCHEMA)
                    .build())
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION) // Ours goes on, and tells the place.
            .build();

    private YamlReader() {}

    /// The document in a file, which messages call by its file name; absent if it cannot be read to its end.
    public static Optional<Node> read(Path file, Problems problems) {
        String name = file.getFileName() == null
                ? file.toString()
                : file.getFileName().toString();
        try (InputStream in = Files.newInputStream(file)) {
            return read(name, in.readNBytes(MOST_BYTES + 1), problems);
        } catch (NoSuchFileException _) {
            problems.add(Location.whole(file.toString()), "no such file", "");
        } catch (IOException e) {
            problems.add(Location.whole(file.toString()), "cannot be read: " + e.getMessage(), "");
        }
        return Optional.empty();
    }

    /// The document in the bytes of a source; absent if it cannot be read to its end.
    public static Optional<Node> read(String source, byte[] bytes, Problems problems) {
        try {
            if (bytes.length > MOST_BYTES) {
                String advice = "is it a workflow? The limit is " + (MOST_BYTES >> 20) + " MiB";
                throw new YamlTrouble(Location.whole(source), "the file is too large", advice);
            }
            return Optional.of(parse(SourceText.decode(source, bytes), problems));
        } catch (YamlTrouble trouble) {
            problems.add(trouble.problem());
            return Optional.empty();
        }
    }

    /// A single value as it would stand in a file, such as the `0.05` or `[Si, LiSi]` of an option.
    public static Optional<Node> readValue(String source, String text, Problems problems) {
        if (text.isBlank()) {
            return Optional.of(new Node.Scalar("", Kind.EMPTY, Location.whole(source)));
        }
        Problems found = new Problems();
        Optional<Node> value = read(source, text.getBytes(StandardCharsets.UTF_8), found);
        found.sorted().forEach(problem -> problems.add(Location.whole(source), problem.what(), problem.advice()));
        return value;
    }

    private static Node parse(SourceText source, Problems problems) {
        return readPlain(source).orElseGet(() -> parseAll(source, problems));
    }

    static Optional<Node> readPlain(SourceText source) {
        return PlainYaml.read(source, SCHEMA.getScalarResolver());
    }

    /// With the parser of all of YAML.
    static Node parseAll(SourceText source, Problems problems) {
        try (YAMLParser parser =
                (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), new StringReader(source.text()))) {
            return new TreeBuilder(source, parser, problems).document();
        } catch (JacksonException e) {
            throw SyntaxTrouble.of(source.source(), e);
        }
    }
}
