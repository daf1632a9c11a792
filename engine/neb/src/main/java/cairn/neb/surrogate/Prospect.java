package cairn.neb.surrogate;

import cairn.neb.Band;
import cairn.neb.NebSettings.Climbing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A band relaxed on what was learned, and which of its images to ask for.
record Prospect(LearnedBand band, Choice choice) {
    /// From where to relax, and whether that climbs already.
    private record Start(Band band, Climbing climbing) {}

    /// Nothing, where all images of the band are known.
    static Optional<Prospect> of(LearnedBand band, Task task, Known known) {
        Choice choice = Choice.of(band, known.observations(), task.surrogate().imagesAtATime());
        return choice.images().isEmpty() ? Optional.empty() : Optional.of(new Prospect(band, choice));
    }

    /// The best there is: with a summit, if an image has climbed before, for then it cannot be that there is none.
    static Optional<Prospect> best(Surrogate surrogate, Task task, Known known, Band band, Progress progress) {
        List<Prospect> all = all(surrogate, task, known, starts(task, band, progress));
        boolean mayBeLost = !progress.climbers().isEmpty();
        return all.stream()
                .filter(prospect -> !mayBeLost || prospect.band().hasSummit())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /// Those of the starts in turn, until one has a summit and something to ask.
    private static List<Prospect> all(Surrogate surrogate, Task task, Known known, List<Start> starts) {
        List<Prospect> all = new ArrayList<>();
        for (Start start : starts) {
            task.relaxed(surrogate, known, start.band(), start.climbing())
                    .flatMap(relaxed -> of(relaxed, task, known))
                    .ifPresent(all::add);
            if (!all.isEmpty() && all.getLast().band().hasSummit()) {
                break;
            }
        }
        return all;
    }

    /// Where the summit of the first of them has slid down, or all of it is known and yet nothing is found, the next
    /// one may do better, since more is known by now. Often two of them are the same.
    private static List<Start> starts(Task task, Band band, Progress progress) {
        List<Start> starts = new ArrayList<>();
        starts.add(new Start(band, progress.climbing()));
        progress.bestBand().ifPresent(best -> starts.add(new Start(best, progress.climbing())));
        starts.add(new Start(task.begin(progress), Climbing.WHEN_SETTLED));
        return starts.stream().distinct().toList();
    }
}
