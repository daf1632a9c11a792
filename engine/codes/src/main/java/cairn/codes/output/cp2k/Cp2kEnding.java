package cairn.codes.output.cp2k;

import cairn.codes.output.BandSteps;
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

/// How a CP2K run ended, gathered from all of its text.
///
/// CP2K ends with status 0 and its usual last lines also when the SCF did not converge, when the steps were used up,
/// and when a limit of time or a file EXIT stopped it.
final class Cp2kEnding {
    private static final int WARNINGS = 20;

    private final Set<String> warnings = new LinkedHashSet<>();
    private final StringBuilder box = new StringBuilder();

    private Optional<Verdict> ended = Optional.empty();
    private boolean inBox;
    private boolean aborted;
    private boolean programEnded;
    private boolean done;
    private boolean optimizes;
    private boolean isBand;
    private int bandSteps = -1;
    private boolean optimized;
    private boolean stepsUsedUp;
    private boolean unconverged;
    private long unconvergedInAll;
    private String stopped = "";

    void take(Line line) {
        if (ended.isEmpty()) {
            ended = Killers.verdict(line);
        }
        if (inBox) {
            insideBox(line);
            return;
        }
        switch (line.first()) {
            case '*' -> stars(line);
            case '[' -> box(line);
            case 'G' -> runType(line);
            case 'E' -> evaluated(line);
            case 'W' -> {
                if (line.begins("WARNING")) {
                    warn(line.text().strip());
                }
            }
            case 'S' -> bandStep(line);
            default -> {}
        }
    }

    /// `STEP NUMBER                   =       4`
    private void bandStep(Line line) {
        if (isBand && line.begins("STEP NUMBER")) {
            bandSteps = (int) line.numberAfter("=");
        }
    }

    private void stars(Line line) {
        if (line.contains("[ABORT]")) {
            box(line);
        } else if (line.contains("PROGRAM ENDED AT")) {
            programEnded = true;
        } else if (line.contains("PROGRAM STOPPED IN")) {
            done = programEnded;
        } else if (line.begins("*** SCF run converged")) {
            unconverged = false;
        } else if (line.contains("OPTIMIZATION COMPLETED")) {
            optimized = true;
        } else if (line.contains("MAXIMUM NUMBER OF OPTIMIZATION STEPS REACHED")) {
            stepsUsedUp = true;
        } else if (line.begins("*** WARNING")) {
            warning(line);
        } else {
            request(line);
        }
    }

    private void warning(Line line) {
        if (line.contains("SCF run NOT converged")) {
            unconverged = true;
            unconvergedInAll++;
        }
        if (line.contains("::")) {
            warn(line.textAfter("::").replaceAll("\\s*\\*+$", ""));
        }
    }

    private void request(Line line) {
        stopped = isStop(line) ? said(line) : stopped;
    }

    /// Whether CP2K says that a limit of time or a file made it stop.
    static boolean isStop(Line line) {
        return line.contains("exceeded requested execution time")
                || line.contains("execution time exceeded")
                || line.contains("External control")
                || line.contains("EXIT file")
                || line.contains("terminated by external");
    }

    /// A line without the stars around it.
    static String said(Line line) {
        return line.text().replace("*", "").strip();
    }

    private void box(Line line) {
        if (line.contains("[ABORT]")) {
            aborted = true;
            inBox = true;
        }
    }

    private void insideBox(Line line) {
        if (line.begins("*******")) {
            inBox = false;
            return;
        }
        // What a little man who holds up his hand is drawn with comes before the text.
        String text = line.text().replaceFirst("^\\s*\\*\\s?", "").replaceFirst("\\*\\s*$", "");
        text = text.replaceFirst("^\\s*(\\\\___/|O/\\||/\\| \\||/ \\\\|\\|)", "")
                .strip();
        box.append(box.isEmpty() || text.isEmpty() ? "" : " ").append(text);
    }

    private void runType(Line line) {
        if (line.begins("GLOBAL| Run type")) {
            String type = line.textAfter("Run type");
            isBand = type.equals("BAND");
            optimizes = type.equals("GEO_OPT") || type.equals("GEOMETRY_OPTIMIZATION") || type.equals("CELL_OPT");
        }
    }

    private void evaluated(Line line) {
        if (line.begins("EXIT") || line.begins("External control")) {
            request(line);
        }
    }

    private void warn(String warning) {
        if (warnings.size() < WARNINGS && !warning.isEmpty()) {
            warnings.add(warning);
        }
    }

    /// The warnings of CP2K itself.
    List<String> messages() {
        return List.copyOf(warnings);
    }

    List<String> warnings(Replicas replicas) {
        List<String> all = new ArrayList<>(warnings);
        if (isBand) {
            all.add(BandSteps.WARNING);
        }
        if (isBand && replicas.rest() == Replicas.Rest.UNSAID) {
            all.add("without its PROJECT-BANDN.out it is unknown whether the band converged");
        }
        return List.copyOf(all);
    }

    /// @param end how many bytes the whole lines take
    Verdict verdict(long end, int steps, Cp2kInput input, Replicas replicas) {
        if (aborted && !inBox) {
            return new Verdict.Crashed(Cp2kErrors.of(box.toString()));
        }
        if (ended.isPresent()) {
            return ended.get();
        }
        return done ? whole(steps, input, replicas) : new Verdict.Truncated(end);
    }

    private Verdict whole(int steps, Cp2kInput input, Replicas replicas) {
        String stop = stopped.isEmpty() ? replicas.stopped() : stopped;
        if (!stop.isEmpty()) {
            return new OutOfTime(Saved.RESTARTABLE, stop);
        }
        if (isBand) {
            return wholeBand(input, replicas);
        }
        if (unconverged) {
            return new Verdict.Unconverged("the SCF of the last step");
        }
        if (optimizes && (stepsUsedUp || !optimized)) {
            return new Verdict.Unconverged("the optimization, after " + steps + " steps");
        }
        return unconvergedInAll > 0 && !optimizes
                ? new Verdict.Unconverged("the SCF of " + unconvergedInAll + " of its steps")
                : new Verdict.Complete();
    }

    private Verdict wholeBand(Cp2kInput input, Replicas replicas) {
        if (!replicas.unconverged().isEmpty()) {
            return new Verdict.Unconverged("the last SCF in " + String.join(", ", replicas.unconverged()));
        }
        boolean isAtRest = switch (replicas.rest()) {
            case YES -> true;
            case NO -> false;
            case UNSAID -> bandSteps < input.bandSteps();
        };
        return isAtRest
                ? new Verdict.Complete()
                : new Verdict.Unconverged("the band, within the " + bandSteps + " steps that it had");
    }
}
