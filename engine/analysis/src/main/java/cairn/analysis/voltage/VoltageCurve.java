package cairn.analysis.voltage;

import cairn.analysis.phases.Phase;
import cairn.analysis.phases.PhaseDiagram;
import cairn.analysis.phases.Tieline;
import cairn.structure.Composition;
import cairn.structure.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The voltage of a host against the metal of an ion, while ions go in: a staircase of two-phase plateaus.
///
/// V = -[E(x2) - E(x1) - (x2 - x1) E(metal)] / ((x2 - x1) z), E per formula unit of the host (Aydinol et al., Phys.
/// Rev.
/// B 56, 1354 (1997), eq. 3, without entropy and pV).
public record VoltageCurve(Composition host, WorkingIon ion, List<Plateau> plateaus) {
    public VoltageCurve {
        Objects.requireNonNull(host);
        Objects.requireNonNull(ion);
        plateaus = List.copyOf(plateaus);
        if (plateaus.isEmpty()) {
            throw new IllegalArgumentException("a voltage curve needs at least one step");
        }
    }

    /// A content x, the energy of formation there from host elements and metal (eV per formula unit of the host), and
    /// what it is.
    private record Point(double content, double energyEv, String what) {}

    /// Along the hull, from the bare host to the last phase before the metal; empty for a host that takes up no ion.
    public static Optional<VoltageCurve> ofHull(PhaseDiagram diagram, Composition host, WorkingIon ion) {
        Composition metal = Composition.of(List.of(ion.element()));
        List<Point> points = diagram.between(host, metal).corners().stream()
                .filter(corner -> corner.fraction() < 1)
                .map(corner -> point(corner, host))
                .toList();
        return points.size() < 2
                ? Optional.empty()
                : Optional.of(new VoltageCurve(host.reduced(), ion, plateaus(points, ion)));
    }

    /// One formula unit of n atoms and x ions has n + x atoms, of which the fraction x / (n + x) came from the metal.
    private static Point point(Tieline.Corner corner, Composition host) {
        double content =
                corner.fraction() / (1 - corner.fraction()) * host.reduced().total();
        double atoms = host.reduced().total() + content;
        return new Point(
                content,
                corner.decomposition().formationEnergyEvPerAtom() * atoms,
                corner.decomposition().words());
    }

    /// Along phases that follow each other, whether or not they are stable: how an electrode goes that has no time, or
    /// no nuclei, for others.
    ///
    /// @throws IllegalArgumentException if there are [#objections] to the path
    public static VoltageCurve ofPath(PhaseDiagram diagram, List<Phase> path, WorkingIon ion) {
        objections(path, ion).stream().findFirst().ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        Composition host = path.getFirst().composition().without(ion.element()).reduced();
        List<Point> points =
                path.stream().map(phase -> point(diagram, phase, host, ion)).toList();
        return new VoltageCurve(host, ion, plateaus(points, ion));
    }

    private static Point point(PhaseDiagram diagram, Phase phase, Composition host, WorkingIon ion) {
        return new Point(
                content(phase, host, ion),
                diagram.formationEnergyEvPerAtom(phase) * phase.composition().total() / units(phase, host),
                phase.composition().reducedFormula());
    }

    /// Ions per formula unit of the host.
    private static double content(Phase phase, Composition host, WorkingIon ion) {
        return phase.composition().count(ion.element()) / units(phase, host);
    }

    /// Formula units of the host in a phase.
    private static double units(Phase phase, Composition host) {
        Element any = host.counts().firstEntry().getKey();
        return phase.composition().count(any) / (double) host.count(any);
    }

    /// Why phases make no path, each in a sentence; empty if they do.
    public static List<String> objections(List<Phase> path, WorkingIon ion) {
        List<String> objections = new ArrayList<>();
        if (path.size() < 2) {
            objections.add("A path needs at least two phases.");
            return objections;
        }
        Composition host = path.getFirst().composition().without(ion.element()).reduced();
        for (int i = 1; i < path.size(); i++) {
            objections(path.get(i - 1), path.get(i), host, ion).forEach(objections::add);
        }
        return objections;
    }

    private static List<String> objections(Phase before, Phase after, Composition host, WorkingIon ion) {
        if (!after.composition().without(ion.element()).reduced().equals(host)) {
            return List.of(after.composition().reducedFormula() + " is no compound of " + host.formula() + " and "
                    + ion.element().symbol() + ".");
        }
        boolean more = content(after, host, ion) > content(before, host, ion);
        return more
                ? List.of()
                : List.of("The path goes from " + before.composition().reducedFormula() + " to "
                        + after.composition().reducedFormula() + ", which holds no more "
                        + ion.element().symbol() + ".");
    }

    private static List<Plateau> plateaus(List<Point> points, WorkingIon ion) {
        List<Plateau> plateaus = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Point first = points.get(i - 1);
            Point last = points.get(i);
            double ions = last.content - first.content;
            double voltage = -(last.energyEv - first.energyEv) / (ions * ion.charge());
            plateaus.add(new Plateau(first.content, last.content, voltage, first.what, last.what));
        }
        return plateaus;
    }

    /// The mean over all ions that go in: what one plateau over the whole range would have.
    public double meanVoltageV() {
        double work = plateaus.stream()
                .mapToDouble(step -> step.voltageV() * step.width())
                .sum();
        return work / plateaus.stream().mapToDouble(Plateau::width).sum();
    }
}
