package cairn.cli.progress;

import cairn.cli.progress.Snapshot.Phase;
import cairn.cli.progress.Snapshot.StepLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The lines that show a snapshot on a terminal. Pure.
record Frame(Terminal.Live terminal) {
    /// More steps than this are counted, not listed: the frame must stay smaller than the smallest terminal.
    private static final int MOST_STEPS = 12;

    private static final int MOST_WARNINGS = 3;
    private static final int BAR = 24;

    List<String> lines(Snapshot now) {
        var lines = new ArrayList<String>();
        lines.add(styled(Style.BOLD, cut(headline(now))));
        lines.add(styled(Style.PLAIN, cut(bar(now))));
        listed(now).forEach(step -> lines.add(line(step, nameWidth(now))));
        if (now.steps().size() > MOST_STEPS) {
            lines.add(styled(Style.DIM, cut("    and " + (now.steps().size() - MOST_STEPS) + " more")));
        }
        now.warnings().stream()
                .limit(MOST_WARNINGS)
                .forEach(text -> lines.add(styled(Style.YELLOW, cut("  ! " + text))));
        return lines;
    }

    private static String headline(Snapshot now) {
        return now.campaign() + ": " + now.count(Phase.DONE) + " of "
                + now.steps().size() + " steps done";
    }

    private static String bar(Snapshot now) {
        int all = Math.max(1, now.steps().size());
        int full = (int) (BAR * now.count(Phase.DONE) / all);
        return "  " + "\u2588".repeat(full) + "\u2591".repeat(BAR - full) + "  jobs: "
                + now.jobs().running() + " running, " + now.jobs().queued() + " queued";
    }

    private static List<StepLine> listed(Snapshot now) {
        if (now.steps().size() <= MOST_STEPS) {
            return now.steps();
        }
        return now.steps().stream()
                .sorted(Comparator.comparing(StepLine::phase))
                .limit(MOST_STEPS)
                .toList();
    }

    private int nameWidth(Snapshot now) {
        int longest = listed(now).stream()
                .mapToInt(step -> step.name().length())
                .max()
                .orElse(0);
        return Math.min(longest, terminal.columns() / 3);
    }

    private String line(StepLine step, int nameWidth) {
        String name = pad(shortened(step.name(), nameWidth), nameWidth);
        String text = cut("  " + mark(step.phase()) + " " + name + "  " + pad(step.kind(), 6) + "  " + step.detail());
        return styled(style(step.phase()), text);
    }

    private static String mark(Phase phase) {
        return switch (phase) {
            case DONE -> "\u2713";
            case RUNNING -> "\u25b8";
            case FAILED -> "\u2717";
            case WAITING -> "\u00b7";
        };
    }

    private static Style style(Phase phase) {
        return switch (phase) {
            case DONE -> Style.GREEN;
            case RUNNING -> Style.PLAIN;
            case FAILED -> Style.RED;
            case WAITING -> Style.DIM;
        };
    }

    /// One column less than the terminal has: some wrap when the last one is written.
    private String cut(String line) {
        return shortened(line.replaceAll("\\p{Cntrl}", " "), terminal.columns() - 1);
    }

    private static String shortened(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "\u2026";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private String styled(Style style, String text) {
        return terminal.colour() && style != Style.PLAIN ? "\u001b[" + style.code + "m" + text + "\u001b[0m" : text;
    }

    /// Select graphic rendition (SGR) of ECMA-48.
    private enum Style {
        PLAIN(0),
        BOLD(1),
        DIM(2),
        RED(31),
        GREEN(32),
        YELLOW(33);

        private final int code;

        Style(int code) {
            this.code = code;
        }
    }
}
