package cairn.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cli.progress.Snapshot.Jobs;
import cairn.cli.progress.Snapshot.Phase;
import cairn.cli.progress.Snapshot.StepLine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    private static final StepLine HOST = new StepLine("host", "relax", Phase.DONE, "-296.320 eV");
    private static final StepLine HOP = new StepLine("hop", "neb", Phase.RUNNING, "iteration 12, fmax 0.08 eV/A");

    private final StringWriter screen = new StringWriter();

    @Test
    void a_frame_says_how_far_the_steps_and_the_jobs_are() {
        assertThat(new Frame(new Terminal.Live(80, false)).lines(snapshot(HOST, HOP)))
                .containsExactly(
                        "li: 1 of 2 steps done",
                        "  ████████████░░░░░░░░░░░░  jobs: 1 running, 2 queued",
                        "  ✓ host  relax   -296.320 eV",
                        "  ▸ hop   neb     iteration 12, fmax 0.08 eV/A");
    }

    @Test
    void a_line_never_reaches_the_last_column() {
        var wordy = new StepLine("x".repeat(100), "neb", Phase.FAILED, "y".repeat(100));

        assertThat(new Frame(new Terminal.Live(40, false)).lines(snapshot(wordy)))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(40));
    }

    @Test
    void of_many_steps_those_that_need_attention_are_listed() {
        var steps = IntStream.range(0, 100)
                .mapToObj(i -> new StepLine("s" + i, "relax", i == 99 ? Phase.FAILED : Phase.WAITING, ""))
                .toList();

        assertThat(new Frame(new Terminal.Live(80, false)).lines(new Snapshot("c", steps, new Jobs(0, 0), List.of())))
                .hasSize(15)
                .element(2)
                .asString()
                .startsWith("  ✗ s99");
    }

    @Test
    void a_second_frame_is_drawn_over_the_first() {
        var progress = new TerminalProgress(new PrintWriter(screen), new Terminal.Live(80, false));

        progress.show(snapshot(HOP));
        screen.getBuffer().setLength(0);
        progress.show(snapshot(HOST));

        assertThat(screen.toString()).startsWith("\u001b[3A\r\u001b[Jli: 1 of 1 steps done\n");
    }

    @Test
    void a_frame_that_says_the_same_is_not_drawn_again() {
        var progress = new TerminalProgress(new PrintWriter(screen), new Terminal.Live(80, false));

        progress.show(snapshot(HOP));
        String once = screen.toString();
        progress.show(snapshot(HOP));

        assertThat(screen.toString()).isEqualTo(once);
    }

    @Test
    void text_of_the_user_cannot_move_the_cursor() {
        var sly = new StepLine("s", "neb", Phase.RUNNING, "a\u001b[2Jb\nc");

        assertThat(new Frame(new Terminal.Live(80, false)).lines(snapshot(sly)))
                .last()
                .asString()
                .endsWith("a [2Jb c");
    }

    @Test
    void colour_marks_what_failed_only_where_it_is_wanted() {
        var failed = new StepLine("hop", "neb", Phase.FAILED, "no");

        assertThat(new Frame(new Terminal.Live(80, true)).lines(snapshot(failed)))
                .last()
                .asString()
                .startsWith("\u001b[31m")
                .endsWith("\u001b[0m");
        assertThat(new Frame(new Terminal.Live(80, false)).lines(snapshot(failed)))
                .noneMatch(line -> line.contains("\u001b"));
    }

    private static Snapshot snapshot(StepLine... steps) {
        return new Snapshot("li", List.of(steps), new Jobs(2, 1), List.of());
    }
}
