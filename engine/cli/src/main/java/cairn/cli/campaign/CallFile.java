package cairn.cli.campaign;

import cairn.cli.engine.CampaignFolder;
import cairn.cli.engine.WorkflowCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `campaign.json`: what a campaign's last run was called with, so that `status` and its like need only the folder.
final class CallFile {
    private static final String NAME = "campaign.json";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private CallFile() {}

    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(NAME));
    }

    static void write(Prepared prepared) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("campaign", prepared.plan().name())
                .put(
                        "workflow",
                        prepared.call().workflow().toAbsolutePath().normalize().toString())
                .put("cluster", cluster(prepared.call().cluster()));
        ObjectNode settings = json.putObject("settings");
        prepared.call().settings().forEach(settings::put);
        Path file = prepared.folder().resolve(NAME);
        try {
            Files.createDirectories(prepared.folder());
            Path beside = prepared.folder().resolve(NAME + ".tmp");
            Files.writeString(beside, json.toPrettyString() + "\n");
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /// A profile that was named by its file must be found from any folder.
    private static String cluster(String name) {
        return name.endsWith(".yaml")
                ? Path.of(name).toAbsolutePath().normalize().toString()
                : name;
    }

    /// The name of the campaign in a folder, if there is one.
    static Optional<String> campaign(Path folder) {
        return json(folder).map(json -> json.path("campaign").asString(""));
    }

    /// What the campaign in `folder` was last called with.
    static Optional<WorkflowCall> read(Path folder) {
        return json(folder).map(json -> {
            Map<String, String> settings = new LinkedHashMap<>();
            json.path("settings")
                    .properties()
                    .forEach(entry ->
                            settings.put(entry.getKey(), entry.getValue().asString()));
            return new WorkflowCall(
                    Path.of(json.path("workflow").asString("")),
                    new CampaignFolder.At(folder),
                    json.path("cluster").asString("local"),
                    settings);
        });
    }

    private static Optional<JsonNode> json(Path folder) {
        if (!isIn(folder)) {
            return Optional.empty();
        }
        Path file = folder.resolve(NAME);
        try {
            return Optional.of(MAPPER.readTree(Files.readString(file)));
        } catch (IOException | JacksonException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), new IOException(e));
        }
    }
}
