package cairn.codes.output.espresso;

import cairn.codes.CodeError;
import cairn.codes.output.Cost;
import cairn.codes.output.Output;
import cairn.codes.output.Step;
import cairn.codes.output.Verdict;
import cairn.codes.output.Verdict.OutOfTime;
import cairn.codes.output.Verdict.Saved;
import cairn.codes.output.XmlReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What the XML of pw.x says, tag by tag:
///
///     <creator VERSION>, <input> settings </input>, <step> ... </step>*, <output> ... </output>, <exit_status>
///
/// Each `<step>` is one of the ions; `<output>` repeats the last one, and adds the stress and how all ended. pw.x
/// writes the file also at a stop within an SCF, without an energy that could be used.
final class PwXml {
    private static final double SAME_EV = 1e-6;

    /// They iterate no density, find no energy, and say of themselves that they did not converge.
    private static final Set<String> BANDS_OF_A_DENSITY = Set.of("nscf", "bands");

    private final Consumer<Step> steps;
    private final PwXmlSettings settings = new PwXmlSettings();

    private PwXmlStep step = new PwXmlStep();
    private Output.Last last = new Output.Last.None();
    private int ionSteps;
    private int count;
    private String version = Output.UNKNOWN_VERSION;
    private String calculation = "";
    private boolean inScf;
    private boolean inOptimization;
    private boolean scfSaid;
    private boolean scfConverged;
    private double scfError = Double.NaN;
    private double scfThreshold = Double.NaN;
    private boolean optimized;
    private boolean hasOutput;
    private double exitStatus = Double.NaN;
    private double wall = Cost.UNSAID;
    private boolean inTotal;

    PwXml(Consumer<Step> steps) {
        this.steps = steps;
    }

    void take(XmlReader xml) {
        if (xml.opens()) {
            opened(xml);
        } else {
            closed(xml.name());
        }
    }

    private void opened(XmlReader xml) {
        switch (xml.name()) {
            case "creator" -> version = xml.attribute("VERSION").orElse(version);
            case "calculation" -> calculation = xml.text().text().strip();
            case "step", "output" -> step = new PwXmlStep();
            case "scf_conv" -> inScf = true;
            case "opt_conv" -> inOptimization = true;
            case "conv_thr" -> scfThreshold = xml.text().numberFrom(0);
            case "scf_error" -> scfError = xml.text().numberFrom(0);
            case "convergence_achieved" -> converged(xml.text().text().strip().equals("true"));
            case "n_scf_steps" -> step.iterations(xml.text().numberFrom(0));
            case "total" -> inTotal = !xml.attribute("label").orElse("").isEmpty() || total(xml);
            case "wall" -> wall = inTotal ? xml.text().numberFrom(0) : wall;
            case "exit_status", "status" -> exitStatus = xml.text().numberFrom(0);
            default -> {
                step.opened(xml);
                settings.opened(xml);
            }
        }
    }

    /// `<total>` is a magnetic moment inside `<magnetization>`, and a time at the end.
    private boolean total(XmlReader xml) {
        double moment = xml.text().numberFrom(0);
        if (settings.hasSpin()) {
            step.moment(moment);
        }
        return false;
    }

    private void converged(boolean yes) {
        scfSaid |= inScf;
        scfConverged = inScf ? yes : scfConverged;
        optimized = inOptimization ? yes : optimized;
    }

    private void closed(String name) {
        switch (name) {
            case "scf_conv" -> {
                inScf = false;
                scfConverged = scfSaid ? scfConverged : scfError <= scfThreshold;
            }
            case "opt_conv" -> inOptimization = false;
            case "total" -> inTotal = false;
            case "step" -> {
                ionSteps++;
                finish();
            }
            case "output" -> {
                hasOutput = true;
                finishLast();
            }
            default -> {}
        }
    }

    private void finish() {
        step.finished(settings.smearing()).ifPresent(whole -> {
            count++;
            last = new Output.Last.Of(whole);
            steps.accept(whole);
        });
    }

    /// The last step of the ions again, with its stress; after a vc-relax, and without any, a step of its own.
    private void finishLast() {
        Optional<Step> found = step.finished(settings.smearing());
        if (found.isEmpty() || !isAgain(found.get())) {
            finish();
            return;
        }
        last = new Output.Last.Of(found.get());
    }

    private boolean isAgain(Step other) {
        return last instanceof Output.Last.Of(Step before)
                && Math.abs(other.energies().free() - before.energies().free()) < SAME_EV;
    }

    Output output(XmlReader xml) {
        return new Output(
                "pw.x",
                version,
                verdict(xml),
                count,
                last,
                settings.fingerprint(version),
                List.of(),
                new Cost(wall, Cost.UNSAID));
    }

    private Verdict verdict(XmlReader xml) {
        if (!xml.isWhole()) {
            return new Verdict.Truncated(xml.position());
        }
        if (!hasOutput) {
            return new Verdict.Crashed(new CodeError(
                    "espresso/no-output", "its XML has no <output>", "look into the text that pw.x wrote"));
        }
        if (exitStatus == 255) {
            return new OutOfTime(Saved.RESTARTABLE, "exit status 255: stopped within an SCF");
        }
        if (BANDS_OF_A_DENSITY.contains(calculation)) {
            return new Verdict.Complete();
        }
        if (!scfConverged) {
            return new Verdict.Unconverged("the SCF");
        }
        boolean relaxation = calculation.equals("relax") || calculation.equals("vc-relax");
        if (relaxation && !optimized) {
            return new Verdict.Unconverged("the relaxation, after " + ionSteps + " steps");
        }
        return last instanceof Output.Last.None
                ? new Verdict.Unconverged("the SCF: there is no energy")
                : new Verdict.Complete();
    }
}
