package cairn.codes.dft.vasp.run;

import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.vasp.Vasprun;
import cairn.codes.task.Sample;
import cairn.codes.task.Start;
import cairn.structure.Stress;
import cairn.structure.format.FormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The instants of molecular dynamics: temperature and kinetic energy from OSZICAR, which has them in a line a step,
///
///     1 T=   300. E= -.10E+02 F= -.11E+02 E0= -.11E+02  EK= 0.77E-01 SP= 0.00E+00 SK= 0.12E-02
///
/// and the stress of the atoms at rest from vasprun.xml, to which the pressure of their motion is added.
final class DynamicsSamples {
    private static final String NUMBER = "\\s*([-+.0-9Ee]+)";
    private static final Pattern LINE =
            Pattern.compile("\\s*(\\d+)\\s+T=" + NUMBER + ".*\\bF=" + NUMBER + ".*\\bEK=" + NUMBER + ".*");

    private DynamicsSamples() {}

    static List<Sample> of(Start start, Path folder) {
        List<Step> steps = steps(folder.resolve(PointRun.OUTPUT));
        List<Sample> samples = new ArrayList<>();
        for (String line : lines(folder.resolve("OSZICAR"))) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                int step = Integer.parseInt(matcher.group(1));
                double kinetic = Double.parseDouble(matcher.group(4));
                samples.add(new Sample(
                        start.stepsDone() + step,
                        Double.parseDouble(matcher.group(3)),
                        Double.parseDouble(matcher.group(2)),
                        step <= steps.size() ? pressure(steps.get(step - 1), kinetic) : Double.NaN));
            }
        }
        return samples;
    }

    private static double pressure(Step step, double kineticEv) {
        return step.stress() instanceof Stress.Tensor s
                        && step.structure() instanceof SaidStructure.Given(var structure)
                ? -(s.xx() + s.yy() + s.zz()) / 3
                        + 2 * kineticEv / (3 * structure.cell().volume())
                : Double.NaN;
    }

    private static List<Step> steps(Path file) {
        List<Step> steps = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            try {
                new Vasprun().read(file, steps::add);
            } catch (FormatException _) {
                // A file that has just been begun has no steps.
            }
        }
        return steps;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
