package cairn.cli.report;

import cairn.cli.figure.Chart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What a report says, in the order of the page.
public record ReportModel(
        Heading heading,
        List<Link> links,
        List<StepRow> steps,
        List<BandSection> bands,
        List<FigureSection> figures,
        List<SettingRow> settings,
        List<VersionRow> versions,
        List<Warning> warnings,
        List<String> limits) {
    public ReportModel {
        Objects.requireNonNull(heading);
        links = List.copyOf(links);
        steps = List.copyOf(steps);
        bands = List.copyOf(bands);
        figures = List.copyOf(figures);
        settings = List.copyOf(settings);
        versions = List.copyOf(versions);
        warnings = List.copyOf(warnings);
        limits = List.copyOf(limits);
    }

    /// What was computed, with which code, and what that code's numbers are good for.
    public record Heading(
            String campaign, String about, String workflow, CodeUsed code, String state, Instant written) {
        public Heading {
            Objects.requireNonNull(campaign);
            Objects.requireNonNull(about);
            Objects.requireNonNull(workflow);
            Objects.requireNonNull(code);
            Objects.requireNonNull(state);
            Objects.requireNonNull(written);
        }
    }

    /// A file beside the report, and what is in it.
    public record Link(String file, String what) {
        public Link {
            Objects.requireNonNull(what);
            if (!file.matches("[a-z]+\\.html")) {
                throw new IllegalArgumentException("not a page beside the report: " + file);
            }
        }
    }

    /// The code, its version or fingerprint, and its own sentence on the validity of its numbers.
    public record CodeUsed(String name, String version, String validity) {
        public CodeUsed {
            Objects.requireNonNull(name);
            Objects.requireNonNull(version);
            Objects.requireNonNull(validity);
        }
    }

    /// One step; the note says why it failed, or what it waits for.
    public record StepRow(
            String name, String kind, StepState state, List<Quantity> results, Effort effort, String note) {
        public StepRow {
            Objects.requireNonNull(name);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(state);
            Objects.requireNonNull(effort);
            Objects.requireNonNull(note);
            results = List.copyOf(results);
        }
    }

    public enum StepState {
        DONE,
        FAILED,
        RUNNING,
        WAITING
    }

    /// What a step took: attempts over all its calculations, time in jobs, and the ids of those jobs.
    public record Effort(int attempts, Duration elapsed, List<String> jobs) {
        public Effort {
            Objects.requireNonNull(elapsed);
            jobs = List.copyOf(jobs);
            if (attempts < 0) {
                throw new IllegalArgumentException("attempts are negative: " + attempts);
            }
        }
    }

    /// A path that was found: its profile, a sentence on what is proven of it, the reasons why it gives no barrier, if
    /// it gives none, its hops, if it is more than one, and what else is worth a line, such as force evaluations.
    public record BandSection(
            String step,
            Profile profile,
            String standing,
            List<String> withheld,
            List<Hop> hops,
            List<Quantity> facts) {
        public BandSection {
            Objects.requireNonNull(step);
            Objects.requireNonNull(profile);
            Objects.requireNonNull(standing);
            withheld = List.copyOf(withheld);
            hops = List.copyOf(hops);
            facts = List.copyOf(facts);
        }

        public boolean hasBarrier() {
            return withheld.isEmpty();
        }
    }

    /// One hop of a path: where it leads from and to, the energy there (from the start of the path), its barriers, all
    /// in eV, and what is proven of it.
    public record Hop(
            String from,
            String to,
            double energyFromEv,
            double barrierForwardEv,
            double barrierReverseEv,
            String standing) {
        public Hop {
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
            Objects.requireNonNull(standing);
        }
    }

    /// What a step found, as charts with a caption, and as tables.
    public record FigureSection(String title, List<Chart> charts, String caption, List<Table> tables) {
        public FigureSection {
            Objects.requireNonNull(title);
            Objects.requireNonNull(caption);
            charts = List.copyOf(charts);
            tables = List.copyOf(tables);
        }
    }

    /// Rows of text under heads.
    public record Table(List<String> heads, List<List<String>> rows) {
        public Table {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// A setting of a step as it was used, and where it came from: the step, the workflow, the protocol.
    public record SettingRow(String step, String key, String value, String origin) {
        public SettingRow {
            Objects.requireNonNull(step);
            Objects.requireNonNull(key);
            Objects.requireNonNull(value);
            Objects.requireNonNull(origin);
        }
    }

    public record VersionRow(String of, String version) {
        public VersionRow {
            Objects.requireNonNull(of);
            Objects.requireNonNull(version);
        }
    }

    /// A finding that does not stop the campaign but that a reader must know.
    public record Warning(String about, String text) {
        public Warning {
            Objects.requireNonNull(about);
            Objects.requireNonNull(text);
        }
    }
}
