package cairn.codes.output.lammps;

import cairn.codes.output.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What each `run` and `minimize` was asked and did:
///
///     run       := "run" int                                 not with `upto` and the like
///     minimize  := "minimize" etol ftol int int
///     loop      := "Loop time of" number "on" int "procs for" int "steps with" int "atoms"
///     criterion := "  Stopping criterion =" words
final class Loops {
    /// The words of LAMMPS's manual, command minimize, for what was asked for.
    private static final Set<String> MET = Set.of("energy tolerance", "force tolerance", "forces are zero");

    private final List<String> warnings = new ArrayList<>();
    private long asked = -1;
    private int minimizations;
    private Optional<String> unmet = Optional.empty();
    private Optional<String> criterion = Optional.empty();

    void take(Line line) {
        switch (line.first()) {
            case 'r' -> run(line);
            case 'm' -> minimize(line);
            case 'L' -> loop(line);
            case 'S' -> criterion(line);
            default -> {}
        }
    }

    private void run(Line line) {
        if (line.word(0).equals("run") && line.word(2).isEmpty()) {
            double steps = line.numberAfter("run");
            asked = Double.isNaN(steps) ? -1 : (long) steps;
            criterion = Optional.empty();
        }
    }

    private void minimize(Line line) {
        if (line.word(0).equals("minimize") && !line.text().contains("$")) {
            asked = -1;
            minimizations++;
            criterion = Optional.empty();
        }
    }

    private void loop(Line line) {
        if (line.begins("Loop time of") && asked >= 0) {
            long did = (long) line.numberAfter("procs for");
            if (did != asked) {
                unmet = Optional.of("the run of " + asked + " steps stopped after " + did);
            }
            asked = -1;
        }
    }

    private void criterion(Line line) {
        if (line.begins("Stopping criterion =")) {
            String words = line.textAfter("=");
            criterion.ifPresent(warnings::add);
            criterion = MET.contains(words)
                    ? Optional.empty()
                    : Optional.of("minimization " + minimizations + ", which stopped for: " + words);
            criterion.ifPresent(warnings::add);
        }
    }

    /// What was not reached: by a run, or by the last minimization if nothing ran after it.
    Optional<String> unmet() {
        return unmet.or(() -> criterion);
    }

    List<String> warnings() {
        return warnings;
    }
}
