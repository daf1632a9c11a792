package cairn.campaign.language.verbs;

import cairn.analysis.voltage.WorkingIon;
import cairn.campaign.language.Source;
import cairn.campaign.language.Sources;
import cairn.campaign.language.StepContext;
import cairn.campaign.language.Verb;
import cairn.campaign.shape.Key;
import cairn.campaign.step.Step;
import cairn.campaign.verb.alloy.AnodePlan;
import cairn.campaign.verb.alloy.AnodeStep;
import cairn.campaign.verb.alloy.Printed;
import cairn.campaign.yaml.NearestName;
import cairn.campaign.yaml.Problems;
import cairn.structure.Element;
import java.util.List;
import java.util.Optional;

/// `anode: STRUCTURE, with_ions: STRUCTURE, ion: Li`, what an anode holds and how it swells, from its crystals.
final class Anode implements Verb {
    private static final Key.Required<Source> HOST =
            Key.required("anode", Sources.shape(), "the crystal of the host without the ions that go in");
    private static final Key.Optional<Source> WITH_IONS = Key.optional(
            "with_ions", Sources.shape(), "the crystal with them; without it the content is that of the printed row");
    private static final Key.Required<Element> ION =
            Key.required("ion", Sources.element(), "the element of the ion, such as Li");
    private static final Key.Optional<PrintedRows> PRINTED =
            Key.optional("printed", PrintedRows.shape(), "a table that somebody printed, to hold against");

    @Override
    public String name() {
        return "anode";
    }

    @Override
    public String about() {
        return "Density, capacity and swelling of an anode from its crystals, beside what was printed.";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(HOST, WITH_IONS, ION, PRINTED);
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
                        step.find(WITH_IONS).map(step::source).stream().toList(),
                        row(step).stream().toList()));
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
    }
}
