package cairn.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cli.progress.Snapshot.Jobs;
import cairn.cli.progress.Snapshot.Phase;
import cairn.cli.progress.Snapshot.StepLine;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainProgressTest {
    private final StringWriter out = new StringWriter();
    private final PlainProgress progress = new PlainProgress(new PrintWriter(out));

    @Test
    void every_change_is_one_line() {
        progress.show(snapshot(Phase.WAITING, "", 0));
        progress.show(snapshot(Phase.RUNNING, "attempt 1", 1));
        progress.show(snapshot(Phase.RUNNING, "attempt 1", 1));
        progress.show(snapshot(Phase.DONE, "0.554 eV", 0));

        assertThat(out.toString().lines())
                .containsExactly(
                        "step=hop kind=neb state=running detail=\"attempt 1\"",
                        "jobs queued=0 running=1",
                        "step=hop kind=neb state=done detail=\"0.554 eV\"",
                        "jobs queued=0 running=0");
    }

    @Test
    void a_warning_is_said_once() {
        var warned = new Snapshot("c", List.of(), new Jobs(0, 0), List.of("disk is nearly full"));

        progress.show(warned);
        progress.show(warned);

        assertThat(out.toString().lines()).containsExactly("warning text=\"disk is nearly full\"");
    }

    @Test
    void a_value_stays_on_its_line_whatever_it_holds() {
        assertThat(PlainProgress.quoted("a\nstep=x \"q\" \\")).isEqualTo("\"a step=x \\\"q\\\" \\\\\"");
        assertThat(PlainProgress.quoted("relaxed[phase=LiSi]")).isEqualTo("relaxed[phase=LiSi]");
        assertThat(PlainProgress.quoted("")).isEqualTo("\"\"");
    }

    private static Snapshot snapshot(Phase phase, String detail, int running) {
        return new Snapshot("c", List.of(new StepLine("hop", "neb", phase, detail)), new Jobs(0, running), List.of());
    }
}
