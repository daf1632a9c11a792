package cairn.cli.campaign;

import cairn.campaign.language.Setting;
import cairn.campaign.language.StructureReader;
import cairn.campaign.language.Vocabulary;
import cairn.campaign.plan.Checked;
import cairn.campaign.plan.Workflows;
import cairn.campaign.yaml.Problem;
import cairn.cli.engine.Console;
import cairn.cli.engine.WorkflowCall;
import cairn.neb.algebra.Algebra;
import cairn.structure.format.FormatException;
import cairn.structure.format.StructureFiles;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Checks a workflow and says what is wrong with it.
final class Assessment {
    private Assessment() {}

    /// For jobs that have these variables in their environment.
    static Checked of(WorkflowCall call, Map<String, String> environment) {
        // What searches would stumble over one after another, said before anything starts.
        Algebra.requirePreference();
        List<Setting> settings = call.settings().entrySet().stream()
                .map(entry -> new Setting(entry.getKey() + "=" + entry.getValue()))
                .toList();
        return Workflows.check(call.workflow(), settings, vocabulary().withEnvironment(environment));
    }

    static Vocabulary vocabulary() {
        return Vocabulary.installed(structures());
    }

    private static StructureReader structures() {
        return (file, repeats) -> {
            try {
                return new StructureReader.Read.Loaded(
                        StructureFiles.read(file).supercell(repeats.a(), repeats.b(), repeats.c()));
            } catch (FormatException | UncheckedIOException | IllegalArgumentException e) {
                return new StructureReader.Read.Unreadable(String.valueOf(e.getMessage()));
            }
        };
    }

    /// One line each on `err`; as JSON, all of them on `out`.
    static void tell(List<Problem> problems, Console console) {
        switch (console.format()) {
            case TEXT -> {
                problems.forEach(problem -> console.err().println(problem));
                console.err().flush();
            }
            case JSON -> console.say(json(problems).toPrettyString());
        }
    }

    private static ArrayNode json(List<Problem> problems) {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        for (Problem problem : problems) {
            all.addObject()
                    .put("file", problem.at().source())
                    .put("line", problem.at().line())
                    .put("column", problem.at().column())
                    .put("severity", problem.blocks() ? "block" : "warn")
                    .put("code", problem.code())
                    .put("what", problem.what())
                    .put("advice", problem.advice());
        }
        return all;
    }
}
