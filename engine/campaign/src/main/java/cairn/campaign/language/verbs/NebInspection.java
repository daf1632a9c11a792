package cairn.campaign.language.verbs;

import cairn.campaign.language.StepContext;
import cairn.campaign.language.StepName;
import cairn.campaign.shape.Key;
import cairn.campaign.verb.DrivenBy;
import cairn.campaign.verb.JobPer;
import cairn.campaign.work.order.Verify;
import cairn.campaign.yaml.Problems;
import cairn.codes.CodeSpec;
import cairn.codes.task.Task;
import cairn.neb.NebSettings.Climbing;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Structure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// What an expert objects to in a band before it runs; the codes E.. (block) and W.. (warn) are those of the report.
final class NebInspection {
    /// Above this a barrier is not converged, eV/Angstrom; VTST's and ASE's users report 0.05 and below.
    private static final double LOOSEST_FMAX = 0.05;

    private static final int FEWEST_IMAGES = 3;

    /// A path is not cut at less, eV: codes write energies and forces no better.
    private static final double SHALLOWEST_SPLIT = 5e-3;

    /// A migrating atom closer than this to its own periodic image feels it, Angstrom.
    private static final double SHORTEST_REPEAT = 8;

    private final StepContext step;
    private final Problems problems;
    private final Endpoints ends;

    NebInspection(StepContext step, Problems problems) {
        this.step = step;
        this.problems = problems;
        this.ends = step.get(Neb.ENDPOINTS);
    }

    void run() {
        images();
        convergence();
        verification();
        splitting();
        driving();
        step.pass(step.setup().code().remarksOnBarrier(), problems);
        new SearchInspection(step, problems).run(step.other(ends.from()).structure());
        boolean fromRelaxed = isRelaxed(ends.from());
        boolean toRelaxed = isRelaxed(ends.to());
        if (fromRelaxed && toRelaxed) {
            StepContext from = step.other(ends.from());
            StepContext to = step.other(ends.to());
            sameEnd(from, to);
            sameSettings(from, to);
            new CellInspection(step, problems).run(from, to);
            sameCode(from);
            sameCode(to);
            sameAtoms(from, to);
            repeats(from);
        }
    }

    private void images() {
        int images = step.get(Neb.INTERIOR_IMAGES);
        if (images < FEWEST_IMAGES) {
            problems.warn(
                    "W3",
                    step.at(Neb.INTERIOR_IMAGES),
                    "a path of " + images + " interior images is coarse",
                    "5 to 7 resolve a single hop");
        } else if (images % 2 == 0) {
            problems.warn(
                    "W3",
                    step.at(Neb.INTERIOR_IMAGES),
                    "an even number of interior images puts none in the middle of a symmetric path",
                    "take " + (images - 1) + " or " + (images + 1));
        }
    }

    private void convergence() {
        if (step.get(Neb.FMAX) > LOOSEST_FMAX) {
            problems.warn(
                    "E5",
                    step.at(Neb.FMAX),
                    "a barrier at fmax " + step.get(Neb.FMAX) + " eV/Angstrom is not converged",
                    "take " + LOOSEST_FMAX + " or less before you report it");
        }
        if (step.get(Neb.CLIMBING) == Climbing.NEVER) {
            problems.warn(
                    "E5",
                    step.at(Neb.CLIMBING),
                    "without a climbing image the highest image may miss the saddle point, and the barrier is too low",
                    "take climbing: when-settled");
        }
    }

    private void verification() {
        if (step.get(Neb.VERIFY) == Verify.SADDLE && step.get(Neb.CLIMBING) == Climbing.NEVER) {
            problems.add(
                    step.at(Neb.VERIFY),
                    "without a climbing image no image stands on the saddle point, and there is nothing to verify",
                    "take climbing: when-settled, or verify: nothing");
        }
    }

    private void splitting() {
        step.find(Neb.SPLIT)
                .filter(ev -> ev < SHALLOWEST_SPLIT)
                .ifPresent(ev -> problems.add(
                        step.at(Neb.SPLIT),
                        "a dip of " + 1e3 * ev + " meV may be a ripple of the curve through the images",
                        "take 5 meV or more; kT at room temperature is 26 meV"));
    }

    /// A code searches in its own way, and knows nothing of what is particular to Cairn's.
    private void driving() {
        if (Driving.of(step) == DrivenBy.CAIRN) {
            return;
        }
        ownOfCairn(step.find(Neb.SPLIT).isPresent(), Neb.SPLIT);
        ownOfCairn(step.find(Neb.PRIOR).isPresent(), Neb.PRIOR);
        ownOfCairn(step.find(Neb.IMAGES_AT_A_TIME).isPresent(), Neb.IMAGES_AT_A_TIME);
        ownOfCairn(step.get(Neb.VERIFY) != Verify.NOTHING, Neb.VERIFY);
        ownOfCairn(step.get(Neb.CELL) != CellMode.FIXED, Neb.CELL);
        ownOfCairn(step.get(Neb.JOB_PER) != JobPer.BAND, Neb.JOB_PER);
        step.other(ends.from())
                .structure()
                .ifPresent(structure -> Driving.check(
                        step,
                        step.at(Driving.DRIVEN_BY),
                        new Task.Band(
                                Collections.nCopies(3, structure), Task.Climbing.HIGHEST, 1, step.get(Neb.FMAX), 1),
                        problems));
    }

    private void ownOfCairn(boolean isAsked, Key<?> key) {
        if (isAsked) {
            problems.add(
                    step.at(key),
                    "a band that the code drives takes no " + key.name() + ": that is part of Cairn's own search",
                    "remove it, or take driven_by: cairn");
        }
    }

    private boolean isRelaxed(StepName name) {
        StepContext end = step.other(name);
        boolean relaxed = end.verb() instanceof Relax;
        if (!relaxed) {
            problems.block(
                    "E2",
                    name.at(),
                    "the endpoint '" + name.value() + "' is not relaxed: its verb is "
                            + end.verb().name(),
                    "relax it in a step, and name that");
        }
        return relaxed;
    }

    private void sameEnd(StepContext from, StepContext to) {
        if (from.id().equals(to.id())) {
            problems.block("E3", ends.to().at(), "the path ends where it begins, at '" + from.id() + "'", "");
        }
    }

    private void sameSettings(StepContext from, StepContext to) {
        List<String> differing = new ArrayList<>();
        if (!from.get(Relax.FMAX).equals(to.get(Relax.FMAX))) {
            differing.add("fmax " + from.get(Relax.FMAX) + " and " + to.get(Relax.FMAX));
        }
        if (from.get(Relax.CELL) != to.get(Relax.CELL)) {
            differing.add("cell " + lower(from.get(Relax.CELL)) + " and " + lower(to.get(Relax.CELL)));
        }
        if (!differing.isEmpty()) {
            String what = "the endpoints '" + from.id() + "' and '" + to.id() + "' are relaxed differently: "
                    + String.join(", ", differing);
            problems.block("E2", step.at(Neb.ENDPOINTS), what, "give both the same settings");
        }
    }

    private void sameCode(StepContext end) {
        String mine = step.setup().code().name();
        String its = end.setup().code().name();
        if (!mine.equals(its)) {
            String what = "the band is to run with " + mine + ", its endpoint '" + end.id() + "' with " + its;
            problems.block("E1", step.at(Neb.ENDPOINTS), what, "energies of two codes make no barrier: use one");
        } else if (!step.setup().code().spec().equals(end.setup().code().spec())) {
            String what = "the band and its endpoint '" + end.id() + "' run " + mine + " with different settings: "
                    + CodeSpec.differences(
                            step.setup().code().spec(), end.setup().code().spec());
            problems.block("E1", step.at(Neb.ENDPOINTS), what, "say them once for the whole workflow");
        }
    }

    private void sameAtoms(StepContext from, StepContext to) {
        if (from.structure().isEmpty() || to.structure().isEmpty()) {
            return;
        }
        List<Element> first = from.structure().get().species();
        List<Element> last = to.structure().get().species();
        if (!first.equals(last)) {
            boolean reordered = sorted(first).equals(sorted(last));
            String how = reordered
                    ? "have their atoms in different orders"
                    : "have different atoms: " + Formula.of(first) + " and " + Formula.of(last);
            String what = "the endpoints '" + from.id() + "' and '" + to.id() + "' " + how;
            problems.block(
                    "E3", step.at(Neb.ENDPOINTS), what, "a band moves atom by atom: build both from one structure");
        }
    }

    private static List<String> sorted(List<Element> species) {
        return species.stream()
                .map(Element::symbol)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private void repeats(StepContext end) {
        double repeat = end.structure()
                .map(Structure::cell)
                .map(Cell::shortestLatticeVector)
                .orElse(SHORTEST_REPEAT);
        if (step.get(Neb.CELL) == CellMode.FIXED && repeat < SHORTEST_REPEAT) {
            String what = String.format(
                    Locale.ROOT, "the cell repeats every %.2f Angstrom: the hopping atom feels its own images", repeat);
            problems.warn("W1", step.at(Neb.ENDPOINTS), what, "take a supercell of 8 Angstrom or more");
        }
    }

    private static String lower(Object value) {
        return Objects.toString(value).toLowerCase(Locale.ROOT);
    }
}
