package cairn.analysis.voltage;

import cairn.analysis.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What an expert objects to in a voltage curve.
public final class VoltageFindings {
    /// Two plateaus this close, V, are one: below what energies are known to.
    private static final double EQUAL = 1e-4;

    private VoltageFindings() {}

    public static List<Finding> of(VoltageCurve curve) {
        List<Finding> findings = new ArrayList<>();
        List<Plateau> steps = curve.plateaus();
        for (Plateau step : steps) {
            if (step.voltageV() < 0) {
                findings.add(negative(step));
            }
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).voltageV() > steps.get(i - 1).voltageV() + EQUAL) {
                findings.add(rising(steps.get(i - 1), steps.get(i)));
            }
        }
        return findings;
    }

    private static Finding negative(Plateau step) {
        return Finding.warns(
                "W20",
                String.format(
                        Locale.ROOT,
                        "From %s to %s the voltage is %.3f V: the metal would plate instead, for %s is not stable"
                                + " against it.",
                        step.first(),
                        step.last(),
                        step.voltageV(),
                        step.last()));
    }

    private static Finding rising(Plateau before, Plateau after) {
        return Finding.warns(
                "W20",
                String.format(
                        Locale.ROOT,
                        "The voltage rises from %.3f V to %.3f V at %s, which so lies above the hull: the path leads"
                                + " over a phase that decomposes.",
                        before.voltageV(),
                        after.voltageV(),
                        before.last()));
    }
}
