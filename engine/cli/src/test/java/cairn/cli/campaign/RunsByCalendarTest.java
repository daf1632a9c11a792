package cairn.cli.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cli.engine.Console;
import cairn.cli.engine.Exit;
import cairn.cli.progress.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RunsByCalendarTest {
    private static final String EVERY_SECOND = "* * * * * ?";

    private final StringWriter err = new StringWriter();
    private int runs;

    private Exit at(String cron, Supplier<Exit> run) {
        Console console = new Console(
                new PrintWriter(new StringWriter()), new PrintWriter(err), new Terminal.None(), Console.Format.TEXT);
        return new RunsByCalendar(run, console).at(cron);
    }

    /// Fails at first, then is told to leave.
    private Exit failsThenLeaves() {
        if (++runs == 1) {
            throw new UncheckedIOException("journal/1.log: No space left on device", new IOException());
        }
        Thread.currentThread().interrupt();
        return Exit.DONE;
    }

    @Test
    void it_runs_at_each_time_whatever_became_of_the_last_run_until_it_is_left() {
        assertThat(at(EVERY_SECOND, this::failsThenLeaves)).isEqualTo(Exit.DETACHED);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(runs).isEqualTo(2);
        assertThat(err.toString().lines())
                .filteredOn(line -> line.startsWith("cairn: the next start is at 20"))
                .hasSize(3);
        assertThat(err.toString()).contains("No space left on device. Nothing is lost");
    }

    @Test
    void a_wrong_expression_and_one_without_a_time_to_come_start_nothing() {
        assertThat(at("every day", () -> Exit.DONE)).isEqualTo(Exit.WRONG);
        assertThat(err.toString()).contains("'every day' is not a cron expression");
        assertThat(at("0 0 6 * * ? 2025", () -> Exit.DONE)).isEqualTo(Exit.WRONG);
        assertThat(err.toString()).contains("'0 0 6 * * ? 2025' names no time that is still to come");
    }
}
