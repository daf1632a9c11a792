package cairn.campaign.journal;

import cairn.campaign.calculation.CalculationEvent;
import cairn.campaign.calculation.Cause;
import cairn.campaign.calculation.Digest;
import cairn.campaign.calculation.Headway;
import cairn.campaign.calculation.Inputs;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Failure;
import cairn.campaign.step.StepId;
import cairn.cluster.JobId;
import cairn.cluster.JobState;
import cairn.cluster.Token;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A record as JSON and back, field by field: no type names of ours in the file, and none instantiated from it.
/// The format is a contract with the journals of earlier versions: fields are added, never renamed.
final class RecordJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RecordJson() {}

    static byte[] write(JournalRecord each) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("n", each.sequence()).put("at", each.at().toString());
        switch (each.event()) {
            case Event.Opened opened -> writeOpened(json.put("event", "opened"), opened);
            case Event.Moved(var id, var event) -> {
                write(json, event);
                json.put("step", id.step().value()).put("calculation", id.name());
            }
            case Event.Corrected corrected -> CorrectionJson.write(json.put("event", "corrected"), corrected);
            case Event.Amended(var amendment) -> CorrectionJson.write(json.put("event", "amended"), amendment);
            case Event.CancelRequested() -> json.put("event", "cancel-requested");
            case Event.Closed() -> json.put("event", "closed");
        }
        return MAPPER.writeValueAsBytes(json);
    }

    static JournalRecord read(byte[] bytes, int from) {
        JsonNode json = MAPPER.readTree(bytes, from, bytes.length - from);
        return new JournalRecord(json.required("n").longValue(), instant(json, "at"), readEvent(json));
    }

    private static Event readEvent(JsonNode json) {
        return switch (text(json, "event")) {
            case "opened" -> readOpened(json);
            case "corrected" -> CorrectionJson.readCorrected(json);
            case "amended" -> new Event.Amended(CorrectionJson.readAmendment(json));
            case "cancel-requested" -> new Event.CancelRequested();
            case "closed" -> new Event.Closed();
            case String kind ->
                new Event.Moved(
                        new CalculationId(new StepId(text(json, "step")), text(json, "calculation")),
                        readMove(kind, json));
        };
    }

    private static void writeOpened(ObjectNode json, Event.Opened opened) {
        Owner owner = opened.owner();
        json.put("epoch", opened.epoch())
                .put("sealed_bytes", opened.sealedBytes())
                .put("campaign", opened.campaign())
                .put("folder", opened.folder())
                .put("host", owner.host())
                .put("boot_id", owner.bootId())
                .put("pid_namespace", owner.pidNamespace())
                .put("pid", owner.pid())
                .put("start_ticks", owner.startTicks())
                .put("user", owner.user());
    }

    private static Event readOpened(JsonNode json) {
        Owner owner = new Owner(
                text(json, "host"),
                text(json, "boot_id"),
                text(json, "pid_namespace"),
                json.required("pid").longValue(),
                json.required("start_ticks").longValue(),
                text(json, "user"));
        return new Event.Opened(
                json.required("epoch").intValue(),
                json.required("sealed_bytes").longValue(),
                text(json, "campaign"),
                text(json, "folder"),
                owner);
    }

    private static void write(ObjectNode json, CalculationEvent event) {
        switch (event) {
            case CalculationEvent.Prepared(var number, var token, var directory, var inputs, var why) -> {
                json.put("event", "prepared").put("attempt", number).put("token", token.value());
                json.put("directory", directory).put("why", why);
                write(json, inputs);
            }
            case CalculationEvent.Reused(var inputs, var result) -> {
                json.put("event", "reused").put("result", result.hex());
                write(json, inputs);
            }
            case CalculationEvent.SubmitIntended(var at) ->
                json.put("event", "submit-intended").put("intent", at.toString());
            case CalculationEvent.Accepted(var job) ->
                json.put("event", "accepted").put("job", job.value());
            case CalculationEvent.Rejected(var failure) -> write(json.put("event", "rejected"), failure);
            case CalculationEvent.TurnedAway(var reason) ->
                json.put("event", "turned-away").put("why", reason);
            case CalculationEvent.Unclear(var reason) ->
                json.put("event", "unclear").put("why", reason);
            case CalculationEvent.Observed(var job, var state, var raw) -> {
                json.put("event", "observed").put("job", job.value());
                json.put("state", word(state)).put("raw", raw);
            }
            case CalculationEvent.Vanished() -> json.put("event", "vanished");
            case CalculationEvent.CancelAsked(var why) -> write(json.put("event", "cancel-asked"), why);
            case CalculationEvent.Finished(var result) ->
                json.put("event", "finished").put("result", result.hex());
            case CalculationEvent.Again(var cause, var why, var token, var directory, var headway) -> {
                json.put("event", "again").put("cause", word(cause)).put("why", why);
                json.put("token", token.value()).put("directory", directory).put("headway", word(headway));
            }
            case CalculationEvent.GaveUp(var failure) -> write(json.put("event", "gave-up"), failure);
        }
    }

    private static CalculationEvent readMove(String kind, JsonNode json) {
        return switch (kind) {
            case "prepared" ->
                new CalculationEvent.Prepared(
                        json.required("attempt").intValue(),
                        new Token(text(json, "token")),
                        text(json, "directory"),
                        readInputs(json),
                        text(json, "why"));
            case "reused" -> new CalculationEvent.Reused(readInputs(json), new Digest(text(json, "result")));
            case "submit-intended" -> new CalculationEvent.SubmitIntended(instant(json, "intent"));
            case "accepted" -> new CalculationEvent.Accepted(new JobId(text(json, "job")));
            case "rejected" -> new CalculationEvent.Rejected(readFailure(json));
            case "turned-away" -> new CalculationEvent.TurnedAway(text(json, "why"));
            case "unclear" -> new CalculationEvent.Unclear(text(json, "why"));
            case "observed" ->
                new CalculationEvent.Observed(
                        new JobId(text(json, "job")), constant(JobState.values(), json, "state"), text(json, "raw"));
            case "vanished" -> new CalculationEvent.Vanished();
            case "cancel-asked" -> new CalculationEvent.CancelAsked(readFailure(json));
            case "finished" -> new CalculationEvent.Finished(new Digest(text(json, "result")));
            case "again" ->
                new CalculationEvent.Again(
                        constant(Cause.values(), json, "cause"),
                        text(json, "why"),
                        new Token(text(json, "token")),
                        text(json, "directory"),
                        headway(json));
            case "gave-up" -> new CalculationEvent.GaveUp(readFailure(json));
            default ->
                throw new CorruptJournal("record " + json.required("n") + ": event '" + kind
                        + "' is not known to this version; run the version that wrote this campaign, or a newer one");
        };
    }

    /// Journals of versions that did not ask for it do not tell it.
    private static Headway headway(JsonNode json) {
        return json.has("headway") ? constant(Headway.values(), json, "headway") : Headway.NONE;
    }

    private static void write(ObjectNode json, Inputs inputs) {
        json.put("inputs", inputs.hash().hex());
        ObjectNode parts = json.putObject("parts");
        inputs.parts().forEach(parts::put);
    }

    private static Inputs readInputs(JsonNode json) {
        TreeMap<String, String> parts = new TreeMap<>();
        json.required("parts")
                .properties()
                .forEach(part -> parts.put(part.getKey(), part.getValue().stringValue()));
        return new Inputs(new Digest(text(json, "inputs")), parts);
    }

    private static void write(ObjectNode json, Failure failure) {
        json.put("signature", failure.signature())
                .put("message", failure.message())
                .put("advice", failure.advice());
    }

    private static Failure readFailure(JsonNode json) {
        return new Failure(text(json, "signature"), text(json, "message"), text(json, "advice"));
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).stringValue();
    }

    private static Instant instant(JsonNode json, String field) {
        return Instant.parse(text(json, field));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(E[] all, JsonNode json, String field) {
        String word = text(json, field);
        return Arrays.stream(all)
                .filter(each -> word(each).equals(word))
                .findFirst()
                .orElseThrow(() -> new CorruptJournal("record " + json.required("n") + ": " + field + " '" + word
                        + "' is not known to this version"));
    }
}
