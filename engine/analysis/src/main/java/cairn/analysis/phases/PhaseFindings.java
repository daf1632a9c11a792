package cairn.analysis.phases;

import cairn.analysis.finding.Finding;
import cairn.analysis.phases.KnownPhase.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What an expert objects to in a phase diagram once its energies are there.
public final class PhaseFindings {
    /// No compound gains more when it forms from its elements: the strongest, CaF2, gains 4.2 eV per atom.
    private static final double STRONGEST_EV_PER_ATOM = 6;

    private final PhaseDiagram diagram;
    private final List<Finding> findings = new ArrayList<>();

    private PhaseFindings(PhaseDiagram diagram) {
        this.diagram = diagram;
    }

    public static List<Finding> of(PhaseDiagram diagram) {
        PhaseFindings findings = new PhaseFindings(diagram);
        findings.magnitudes();
        findings.competitors();
        findings.metastable();
        return List.copyOf(findings.findings);
    }

    /// An energy per formula unit, or of another reference, shows by its size or sign.
    private void magnitudes() {
        for (Phase phase : diagram.phases()) {
            double formation = diagram.formationEnergyEvPerAtom(phase);
            if (Math.abs(formation) > STRONGEST_EV_PER_ATOM) {
                findings.add(Finding.blocks(
                        "E8",
                        String.format(
                                Locale.ROOT,
                                "The formation energy of %s is %.3f eV per atom; no compound has more than %.0f: the"
                                        + " energy or a reference is of another number of atoms, or not converged.",
                                phase.words(),
                                formation,
                                STRONGEST_EV_PER_ATOM)));
            } else if (formation > 0 && isKnownStable(phase)) {
                findings.add(Finding.blocks(
                        "E8",
                        String.format(
                                Locale.ROOT,
                                "The formation energy of %s is %+.4f eV per atom, above that of its elements (0): the"
                                        + " phase exists, so an energy, a reference or the code is wrong.",
                                phase.words(),
                                formation)));
            }
        }
    }

    private boolean isKnownStable(Phase phase) {
        return KnownPhases.of(phase.composition())
                        .filter(known -> known.standing() != Standing.METASTABLE)
                        .isPresent()
                && diagram.lowest(phase.composition()).filter(phase::equals).isPresent();
    }

    private void competitors() {
        String missing = KnownPhases.among(diagram.elements()).stream()
                .filter(known -> known.standing() != Standing.METASTABLE)
                .filter(known -> diagram.lowest(known.composition()).isEmpty())
                .map(known -> known.composition().formula())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            findings.add(Finding.warns(
                    "W24",
                    "The hull lacks phases that the literature knows: " + missing
                            + ". What it calls stable may not be."));
        }
    }

    private void metastable() {
        for (Phase phase : diagram.stable()) {
            KnownPhases.of(phase.composition())
                    .filter(known -> known.standing() == Standing.METASTABLE)
                    .ifPresent(known -> findings.add(Finding.warns(
                            "W21",
                            known.composition().formula() + " lies on this hull, but is metastable in nature ("
                                    + known.source() + "): do not call it the ground state.")));
        }
    }
}
