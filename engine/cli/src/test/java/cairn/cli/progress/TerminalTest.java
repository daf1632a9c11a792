package cairn.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void a_terminal_is_what_the_launcher_measured() {
        assertThat(Terminal.of(Map.of("CAIRN_TERMINAL_COLUMNS", "120", "TERM", "xterm")))
                .isEqualTo(new Terminal.Live(120, true));
    }

    @Test
    void no_color_is_honoured() {
        assertThat(Terminal.of(Map.of("CAIRN_TERMINAL_COLUMNS", "120", "TERM", "xterm", "NO_COLOR", "1")))
                .isEqualTo(new Terminal.Live(120, false));
    }

    @Test
    void without_a_measured_width_or_with_a_dumb_terminal_nothing_is_redrawn() {
        assertThat(Terminal.of(Map.of("TERM", "xterm"))).isEqualTo(new Terminal.None());
        assertThat(Terminal.of(Map.of("CAIRN_TERMINAL_COLUMNS", "0", "TERM", "xterm")))
                .isEqualTo(new Terminal.None());
        assertThat(Terminal.of(Map.of("CAIRN_TERMINAL_COLUMNS", "80", "TERM", "dumb")))
                .isEqualTo(new Terminal.None());
    }
}
