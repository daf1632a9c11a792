package cairn.campaign.language.verbs;

import cairn.analysis.voltage.WorkingIon;
import cairn.campaign.language.Gathered;
import cairn.campaign.language.Source;
import cairn.campaign.language.Sources;
import cairn.campaign.language.StepContext;
import cairn.campaign.language.Verb;
import cairn.campaign.shape.Key;
import cairn.campaign.step.Step;
import cairn.campaign.verb.anode.AnodePlan;
import cairn.campaign.verb.anode.AnodeStep;
import cairn.campaign.verb.anode.Printed;
import cairn.campaign.yaml.NearestName;
import cairn.campaign.yaml.Problems;
import cairn.structure.Element;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `anode: STRUCTURE, with_ions: STRUCTURE, ion: Li`, what an anode holds and how it swells, from its crystals, and at
/// which mean voltage, from energies.
final class Anode implements Verb {
    private static final Key.Required<Source> HOST =
            Key.required("anode", Sources.shape(), "the crystal of the host without the ions that go in");
    private static final Key.Optional<SeveralSources> WITH_IONS = Key.optional(
            "with_ions",
            SeveralSources.shape(),
            "the crystal with them, or a list of those into which the host falls apart; without it the content is that of"
                    + " the printed row");
    private static final Key.Required<Element> ION =
            Key.required("ion", Sources.element(), "the element of the ion, such as Li");
    private static final Key.Optional<Gathered> ENERGIES = Key.optional(
            "energies",
            Gathered.shape(),
            "steps that relax host, host with ions, and metal of the ion: the mean voltage follows from their energies");
    private static final Key.Optional<MeasuredRows> MEASURED =
            Key.optional("measured", MeasuredRows.shape(), "plateaus that somebody measured, to hold against");
    private static final Key.Optional<PrintedRows> PRINTED =
            Key.optional("printed", PrintedRows.shape(), "a table that somebody printed, to hold against");

    @Override
    public String name() {
        return "anode";
    }

    @Override
    public String about() {
        return "Density, capacity, swelling and mean voltage of an anode, beside what was printed or measured.";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(HOST, WITH_IONS, ION, ENERGIES, PRINTED, MEASURED);
    }

    @Override
    public Optional<Key<Source>> structure() {
        return Optional.empty();
    }

    @Override
    public boolean runsCode() {
        return false;
    }

    @Override
    public Step plan(StepContext step) {
        return new AnodeStep(
                step.id(),
                new AnodePlan(
                        WorkingIon.of(step.get(ION)).orElseThrow(),
                        step.source(step.get(HOST)),
                        step.find(WITH_IONS).map(SeveralSources::sources).orElse(List.of()).stream()
                                .map(step::source)
                                .toList(),
                        energies(step).map(StepContext::id).toList(),
                        row(step).stream().toList(),
                        step.find(MEASURED).flatMap(MeasuredRows::own).stream().toList()));
    }

    /// All points of all steps that it takes energies from.
    private static Stream<StepContext> energies(StepContext step) {
        return step.find(ENERGIES).map(Gathered::names).orElse(List.of()).stream()
                .flatMap(name -> step.all(name).stream())
                .distinct();
    }

    private static Optional<Printed> row(StepContext step) {
        return step.find(PRINTED).flatMap(PrintedRows::own);
    }

    @Override
    public void inspect(StepContext step, Problems problems) {
        if (WorkingIon.of(step.get(ION)).isEmpty()) {
            problems.add(
                    step.at(ION),
                    "no battery has an ion of " + step.get(ION).symbol() + " for its charge carrier",
                    "take Li, Na, K, Mg, Ca, Zn or Al");
        }
        step.find(PRINTED)
                .filter(table -> table.own().isEmpty())
                .ifPresent(table -> problems.add(
                        step.at(PRINTED),
                        "the printed table has no row '" + table.row() + "'",
                        NearestName.advice(
                                table.row(),
                                table.rows().stream().map(named -> named.name()).toList())));
        if (step.find(WITH_IONS).isEmpty() && step.find(PRINTED).isEmpty()) {
            problems.add(step.at(HOST), "nothing says how many ions the anode holds", "say with_ions: STRUCTURE");
        }
        inspectEnergies(step, problems);
    }

    private static void inspectEnergies(StepContext step, Problems problems) {
        List<StepContext> computed = energies(step).toList();
        if (!computed.isEmpty()) {
            new EnergiesInspection(step, ENERGIES, computed, problems).run();
        }
        if (step.find(ENERGIES).isPresent() && step.find(WITH_IONS).isEmpty()) {
            problems.add(
                    step.at(ENERGIES),
                    "energies give no voltage of an anode whose crystal with ions is not named",
                    "say with_ions: STRUCTURE");
        }
    }
}
