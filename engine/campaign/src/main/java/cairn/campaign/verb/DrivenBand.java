package cairn.campaign.verb;

import cairn.campaign.work.order.WorkOrder;
import cairn.codes.task.Task;
import cairn.neb.Band;
import cairn.neb.NebSettings;
import cairn.neb.Springs;

/// A band that the code itself is to search: its images stand where Cairn's own search would begin.
final class DrivenBand {
    private DrivenBand() {}

    static Task.Band task(WorkOrder.Band order) {
        NebSettings settings = order.settings();
        Band band = Band.between(
                order.from().structure(), order.to().structure(), settings.interiorImages(), settings.start());
        return new Task.Band(
                band.images(), climbing(settings), spring(settings), settings.fmax(), settings.maxIterations());
    }

    private static Task.Climbing climbing(NebSettings settings) {
        return switch (settings.climbing()) {
            case NEVER -> Task.Climbing.NEVER;
            case WHEN_SETTLED, FROM_START -> Task.Climbing.HIGHEST;
        };
    }

    private static double spring(NebSettings settings) {
        return switch (settings.springs()) {
            case Springs.Uniform(double constant) -> constant;
            case Springs.EnergyWeighted(double lower, double _) -> lower;
        };
    }
}
