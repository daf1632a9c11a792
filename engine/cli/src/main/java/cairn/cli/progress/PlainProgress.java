package cairn.cli.progress;

import cairn.cli.progress.Snapshot.Jobs;
import cairn.cli.progress.Snapshot.StepLine;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// One line for every change, as `key=value`.
public final class PlainProgress implements Progress {
    private final PrintWriter out;
    private final Map<String, StepLine> shown = new HashMap<>();
    private final Set<String> warned = new HashSet<>();
    private Jobs jobs = new Jobs(0, 0);

    public PlainProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void show(Snapshot now) {
        now.steps().stream().filter(this::isNews).forEach(this::tell);
        if (!now.jobs().equals(jobs)) {
            jobs = now.jobs();
            out.println("jobs queued=" + jobs.queued() + " running=" + jobs.running());
        }
        now.warnings().stream().filter(warned::add).forEach(text -> out.println("warning text=" + quoted(text)));
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }

    /// A step that waits is no news: it did so when it was not there yet.
    private boolean isNews(StepLine step) {
        StepLine before = shown.put(step.name(), step);
        return before == null ? step.phase() != Snapshot.Phase.WAITING : !before.equals(step);
    }

    private void tell(StepLine step) {
        String detail = step.detail().isEmpty() ? "" : " detail=" + quoted(step.detail());
        out.println("step=" + quoted(step.name()) + " kind=" + step.kind() + " state="
                + step.phase().name().toLowerCase(Locale.ROOT) + detail);
    }

    /// A value with spaces, quotes or control characters is quoted, so that a line stays a line.
    static String quoted(String value) {
        if (value.matches("[^\\s\"\\p{Cntrl}]+")) {
            return value;
        }
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("[\\s\\p{Cntrl}]+", " ") + "\"";
    }
}
