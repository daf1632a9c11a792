package cairn.cli.parse;

import cairn.codes.output.Energies;
import cairn.codes.output.Output;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidMoment;
import cairn.codes.output.Step.SaidStructure;
import cairn.structure.Stress;
import cairn.structure.Units;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What one file says, in a few lines.
final class ParseText {
    private final Path file;
    private final Output output;
    private final List<String> lines = new ArrayList<>();

    ParseText(Path file, Output output) {
        this.file = file;
        this.output = output;
    }

    List<String> lines() {
        lines.add(file + ": " + Verdicts.word(output.verdict()).replace('_', ' '));
        row("code", output.code() + " " + output.version());
        row("verdict", Verdicts.message(output.verdict()));
        row("steps", String.valueOf(output.steps()));
        switch (output.last()) {
            case Output.Last.Of(Step step) -> step(step);
            case Output.Last.None _ -> {}
        }
        output.fingerprint()
                .settings()
                .forEach((key, value) -> row(key.name().toLowerCase(Locale.ROOT).replace('_', ' '), value));
        output.warnings().forEach(warning -> row("warning", warning));
        lines.add("");
        return List.copyOf(lines);
    }

    private void row(String name, String value) {
        lines.add(String.format(Locale.ROOT, "  %-18s %s", name, value).stripTrailing());
    }

    private void step(Step step) {
        if (step.structure() instanceof SaidStructure.Given(var structure)) {
            row(
                    "atoms",
                    structure.composition().formula() + ", "
                            + decimals(3, structure.cell().volume()) + " Ang^3");
        }
        row("energy", decimals(6, step.energies().free()) + " eV");
        step.energies()
                .of(Energies.Kind.WITHOUT_ENTROPY)
                .ifPresent(energy -> row("without entropy", decimals(6, energy) + " eV"));
        if (step.forces() instanceof SaidForces.Given(var forces)) {
            row("fmax", decimals(4, forces.fmax()) + " eV/Ang");
        }
        if (step.stress() instanceof Stress.Tensor tensor) {
            double mean = (tensor.xx() + tensor.yy() + tensor.zz()) / 3;
            row("pressure", decimals(3, -Units.GPA_PER_EV_ANGSTROM3 * mean) + " GPa");
        }
        if (step.moment() instanceof SaidMoment.Given(double moment)) {
            row("moment", decimals(2, moment) + " Bohr magnetons");
        }
    }

    private static String decimals(int count, double number) {
        return String.format(Locale.ROOT, "%." + count + "f", number);
    }
}
