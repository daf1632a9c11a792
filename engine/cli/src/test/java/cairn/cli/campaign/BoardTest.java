package cairn.cli.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.news.News;
import cairn.campaign.plan.Checked;
import cairn.campaign.plan.Workflows;
import cairn.campaign.step.StepId;
import cairn.cli.progress.PlainProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BoardTest {
    private static final Path WORKFLOW =
            Path.of(System.getProperty("cairn.root"), "workflows/li-in-silicon/workflow.yaml");

    private final StringWriter shown = new StringWriter();

    @Test
    void what_a_band_knows_so_far_is_shown_while_it_runs() {
        Checked.Good checked = (Checked.Good) Workflows.check(WORKFLOW, List.of(), Assessment.vocabulary());
        Board board = new Board(checked.plan(), new PlainProgress(new PrintWriter(shown)));
        ObjectNode known = JsonMapper.shared().createObjectNode();
        known.put("barrier_forward_ev", 0.5581).put("force_evaluations", 6).put("rounds", 2);

        board.hear(new News.Known(new StepId("hop"), known));

        assertThat(shown.toString())
                .contains(
                        "step=hop kind=neb state=running detail=\"barrier so far 0.5581 eV, 6 evaluations in 2 rounds\"");
    }
}
