package cairn.codes.output.espresso;

import cairn.codes.output.Killers;
import cairn.codes.output.Line;
import cairn.codes.output.Verdict;
import cairn.codes.output.Verdict.OutOfTime;
import cairn.codes.output.Verdict.Saved;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a pw.x run ended, gathered from all of its text.
///
/// `JOB DONE.` alone means little: pw.x writes it also when the SCF did not converge, when the steps or the time were
/// used up, and after it passed over a card that it did not know.
final class PwEnding {
    private static final int WARNINGS = 20;

    /// Not known to pw.x, but no reason to doubt the calculation: they are for other programs of the family.
    private static final Set<String> HARMLESS =
            Set.of("CLIMBING_IMAGES", "SETNFI", "DIPOLE", "ESR", "KSOUT", "AUTOPILOT");

    private final Set<String> warnings = new LinkedHashSet<>();
    private final List<String> ignoredCards = new ArrayList<>();
    private final StringBuilder box = new StringBuilder();

    private Optional<Verdict> ended = Optional.empty();
    private boolean inBox;
    private boolean inIgnoredNamelist;
    private boolean messageFollows;
    private boolean closingFollows;
    private boolean done;
    private boolean relaxes;
    private boolean dynamics;
    private boolean relaxed;
    private String unconverged = "";
    private String stopped = "";
    private String saved = "";

    void take(Line line) {
        if (inBox) {
            insideBox(line);
            return;
        }
        if (messageFollows) {
            messageFollows = false;
            warn(line.text().strip());
        }
        if (ended.isEmpty()) {
            ended = Killers.verdict(line);
        }
        switch (line.first()) {
            case '%' -> inBox = line.begins("%%%%%%");
            case 'J' -> closingFollows |= line.begins("JOB DONE.");
            case '=' -> done |= closingFollows && line.begins("=---") && line.length() >= 80;
            case 'W' -> warningOrFolder(line);
            case 'M' -> message(line);
            case 'c' -> convergence(line);
            case 'b' -> bfgs(line);
            case 'B' -> relaxes |= line.begins("BFGS Geometry Optimization");
            case 'D' -> relaxed |= line.begins("Damped Dynamics: convergence achieved");
            case 'E' -> end(line);
            case 'T' -> steps(line);
            case 'P', 'S' -> request(line);
            default -> {}
        }
    }

    private void insideBox(Line line) {
        if (line.begins("%%%%%%")) {
            inBox = false;
            return;
        }
        String text = line.text().strip();
        box.append(box.isEmpty() || text.isEmpty() ? "" : " ").append(text);
    }

    /// `Writing output data file ./tmp/si2.save/`
    private void warningOrFolder(Line line) {
        if (line.begins("Writing output data file") || line.begins("Writing all to output data dir")) {
            saved = line.textAfter(line.contains("file") ? "file" : "dir");
        } else {
            warning(line);
        }
    }

    private void warning(Line line) {
        if (line.begins("Warning: card")) {
            ignored(line.textAfter("card"));
        } else if (line.begins("WARNING") || line.begins("Warning")) {
            warn(line.text().strip());
        }
    }

    /// A namelist that this kind of calculation does not need is passed over with all its lines, which is harmless.
    private void ignored(String card) {
        String name = card.replaceAll("\\s*ignored$", "").strip();
        if (name.startsWith("&")) {
            inIgnoredNamelist = true;
        } else if (!inIgnoredNamelist && !name.isEmpty() && !HARMLESS.contains(name.split("\\s+")[0])) {
            ignoredCards.add(name);
        }
        inIgnoredNamelist &= !name.equals("/");
    }

    private void message(Line line) {
        messageFollows = line.begins("Message from routine");
        if (line.begins("Maximum CPU time exceeded")) {
            stopped = "Maximum CPU time exceeded";
        }
    }

    private void warn(String warning) {
        if (warnings.size() < WARNINGS && !warning.isEmpty()) {
            warnings.add(warning);
        }
    }

    private void convergence(Line line) {
        if (line.begins("convergence has been achieved")) {
            unconverged = "";
        } else if (line.begins("convergence NOT achieved")) {
            unconverged = "the SCF after %.0f iterations".formatted(line.numberAfter("after"));
        }
    }

    private void bfgs(Line line) {
        relaxed |= line.begins("bfgs converged in");
        if (line.begins("bfgs failed after")) {
            warn(line.text().strip());
        }
    }

    private void end(Line line) {
        relaxes |= line.begins("End of BFGS Geometry Optimization") || line.begins("End of damped dynamics");
        dynamics |= line.begins("End of molecular dynamics calculation") || line.begins("Entering Dynamics");
    }

    private void steps(Line line) {
        relaxes |= line.begins("The maximum number of steps has been reached");
    }

    private void request(Line line) {
        if (line.begins("Program stopped by user request") || line.begins("Signal Received, stopping")) {
            stopped = line.text().strip();
        }
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /// @param end how many bytes the whole lines take
    Verdict verdict(long end) {
        if (inBox || !box.isEmpty()) {
            return inBox ? new Verdict.Truncated(end) : new Verdict.Crashed(PwErrors.of(box.toString()));
        }
        if (ended.isPresent()) {
            return ended.get();
        }
        return done ? whole() : new Verdict.Truncated(end);
    }

    private Verdict whole() {
        if (!stopped.isEmpty()) {
            return new OutOfTime(Saved.RESTARTABLE, stopped);
        }
        if (!ignoredCards.isEmpty()) {
            return new Verdict.NotThisCalculation(
                    "what its input says with " + String.join(" / ", ignoredCards), "without it: pw.x ignored that");
        }
        if (!unconverged.isEmpty()) {
            return new Verdict.Unconverged(unconverged);
        }
        return relaxes && !dynamics && !relaxed
                ? new Verdict.Unconverged("the relaxation, within the steps that it had")
                : new Verdict.Complete();
    }

    /// The folder of the data that pw.x wrote, as it was told it; empty if it wrote none.
    String saved() {
        return saved;
    }

    /// Whether ions were to move.
    boolean movesIons() {
        return relaxes || dynamics;
    }
}
