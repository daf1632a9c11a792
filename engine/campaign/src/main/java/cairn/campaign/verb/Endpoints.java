package cairn.campaign.verb;

import cairn.campaign.step.Failure;
import cairn.campaign.step.StepId;
import cairn.campaign.work.json.EvaluationJson;
import cairn.campaign.work.json.ObservationJson;
import cairn.campaign.work.json.StructureJson;
import cairn.campaign.work.order.SearchChoice;
import cairn.campaign.work.order.WorkOrder;
import cairn.campaign.work.order.WorkOrderJson;
import cairn.codes.Code;
import cairn.codes.CodeSpec;
import cairn.neb.Band;
import cairn.neb.Cells;
import cairn.neb.NebSettings;
import cairn.neb.Observation;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Cell;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// The two ends of a band, as their steps' details tell them, and whether they belong together: a barrier between
/// endpoints of other settings, atoms or cells is a number without meaning.
record Endpoints(Side from, Side to, Code code, Cells cells) {
    /// Cells of endpoints may differ by what a code loses when it writes them, Angstrom.
    private static final double CELL_TOLERANCE = 1e-6;

    record Side(StepId step, ObjectNode detail) {
        boolean isRelaxed() {
            return detail.has("structure") && detail.has("settings");
        }

        Structure structure() {
            return StructureJson.read(detail.required("structure"));
        }

        WorkOrder.Endpoint endpoint() {
            return new WorkOrder.Endpoint(structure(), EvaluationJson.read(detail.required("evaluation")));
        }

        /// What the relaxation that led there has evaluated on its way.
        Stream<Observation> way() {
            Structure structure = structure();
            return detail.path("trajectory").valueStream().map(node -> ObservationJson.read(node, structure));
        }

        /// How it was relaxed, and how anything else must be that is to be compared with it.
        RelaxSettings settings() {
            return WorkOrderJson.relaxSettings(detail.required("settings"));
        }

        double fmax() {
            return detail.required("settings").required("fmax_ev_per_ang").doubleValue();
        }

        String codeName() {
            return detail.required("code").required("name").stringValue();
        }

        /// The name alone for a code without settings.
        String spec() {
            return detail.required("code").path("spec").asString(codeName());
        }

        String fingerprint() {
            return detail.required("code").required("fingerprint").stringValue();
        }
    }

    /// How both were relaxed.
    RelaxSettings relaxSettings() {
        return from.settings();
    }

    /// What is known near them, for a search that learns from data.
    List<Observation> known(SearchChoice search) {
        return switch (search) {
            case SearchChoice.Plain _ -> List.of();
            case SearchChoice.Surrogate _ -> Stream.concat(from.way(), to.way()).toList();
        };
    }

    /// The first reason why no band can be put between the two; empty if one can.
    Optional<Failure> objection() {
        return unrelaxed(from)
                .or(() -> unrelaxed(to))
                .or(this::otherCode)
                .or(this::otherFmax)
                .or(this::otherAtoms)
                .or(this::otherCell)
                .or(this::otherConstraints)
                .or(this::noBand);
    }

    private static Optional<Failure> unrelaxed(Side side) {
        return objectionIf(
                !side.isRelaxed(),
                "neb/endpoint-not-relaxed",
                "The endpoint " + side.step() + " is not a relaxed structure.",
                "Let `from` and `to` name relax steps.");
    }

    private Optional<Failure> otherCode() {
        return Stream.of(from, to)
                .filter(side -> !side.fingerprint().equals(code.fingerprint()))
                .findFirst()
                .flatMap(side -> objectionIf(
                        true,
                        "neb/codes-differ",
                        otherCode(side),
                        "Use one `code:`, with the same settings, for the band and both of its endpoints."));
    }

    /// Settings that differ are told by their keys; where none does, the files or the version that the fingerprints
    /// name.
    private String otherCode(Side side) {
        String what =
                "The band is searched with " + code.name() + ", but its endpoint " + side.step() + " was relaxed ";
        if (!side.codeName().equals(code.name())) {
            return what + "with " + side.codeName() + ".";
        }
        String settings = CodeSpec.differences(code.spec(), side.spec());
        return settings.isEmpty()
                ? what + "with other files or another version of it: " + code.fingerprint() + ", and "
                        + side.fingerprint() + "."
                : what + "with other settings, the band's and the endpoint's: " + settings + ".";
    }

    private Optional<Failure> otherFmax() {
        return objectionIf(
                from.fmax() != to.fmax(),
                "neb/endpoints-differ",
                from.step() + " was relaxed to fmax " + from.fmax() + ", but " + to.step() + " to " + to.fmax() + ".",
                "Relax both endpoints to the same fmax.");
    }

    private Optional<Failure> otherAtoms() {
        Structure first = from.structure();
        Structure last = to.structure();
        if (first.count() != last.count()) {
            return objectionIf(
                    true,
                    "neb/atoms-differ",
                    from.step() + " has " + first.count() + " atoms, but " + to.step() + " has " + last.count() + ".",
                    "Both endpoints need the same atoms.");
        }
        return IntStream.range(0, first.count())
                .filter(atom -> !first.species().get(atom).equals(last.species().get(atom)))
                .boxed()
                .findFirst()
                .flatMap(atom -> objectionIf(
                        true,
                        "neb/atoms-differ",
                        "Atom " + atom + " is " + first.species().get(atom).symbol() + " in " + from.step() + ", but "
                                + last.species().get(atom).symbol() + " in " + to.step() + ".",
                        "Both endpoints need the same atoms in the same order."));
    }

    private Optional<Failure> otherCell() {
        return switch (cells) {
            case Cells.Same _ -> differentCells();
            case Cells.Free _ -> withoutStress(from).or(() -> withoutStress(to));
        };
    }

    private static Optional<Failure> withoutStress(Side side) {
        return objectionIf(
                side.endpoint().evaluation().stress() instanceof Stress.NotGiven,
                "neb/no-stress",
                "The cell of the band is free, but of " + side.step() + " the code gave no stress.",
                "Choose a `code:` that gives stress, or `cell: fixed`.");
    }

    private Optional<Failure> differentCells() {
        Cell first = from.structure().cell();
        Cell last = to.structure().cell();
        boolean same = IntStream.range(0, 9)
                .allMatch(
                        i -> Math.abs(first.component(i / 3, i % 3) - last.component(i / 3, i % 3)) <= CELL_TOLERANCE);
        return objectionIf(
                !same,
                "neb/cells-differ",
                from.step() + " and " + to.step() + " ended in different cells.",
                "Relax the cell before, in the host, and both endpoints with `cell: fixed`; for a transition in which the"
                        + " cell changes, give the band `cell: free`, too.");
    }

    private Optional<Failure> otherConstraints() {
        return objectionIf(
                !from.structure().constraints().equals(to.structure().constraints()),
                "neb/endpoints-differ",
                from.step() + " and " + to.step() + " hold different atoms fixed.",
                "Hold the same atoms in both endpoints.");
    }

    /// Whatever else a band asks of its endpoints, such as that held atoms stand at the same places.
    private Optional<Failure> noBand() {
        try {
            Band.between(from.structure(), to.structure(), 1, NebSettings.Start.LINEAR, cells);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return objectionIf(
                    true,
                    "neb/endpoints-differ",
                    from.step() + " and " + to.step() + " cannot be joined: " + e.getMessage() + ".",
                    "Relax both endpoints from the same host.");
        }
    }

    private static Optional<Failure> objectionIf(boolean isBad, String signature, String message, String advice) {
        return isBad ? Optional.of(new Failure(signature, message, advice)) : Optional.empty();
    }
}
