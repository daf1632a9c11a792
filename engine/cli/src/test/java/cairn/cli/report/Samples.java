package cairn.cli.report;

import cairn.cli.report.Profile.Image;
import cairn.cli.report.Profile.Role;
import cairn.cli.report.ReportModel.BandSection;
import cairn.cli.report.ReportModel.CodeUsed;
import cairn.cli.report.ReportModel.Effort;
import cairn.cli.report.ReportModel.Heading;
import cairn.cli.report.ReportModel.SettingRow;
import cairn.cli.report.ReportModel.StepRow;
import cairn.cli.report.ReportModel.StepState;
import cairn.cli.report.ReportModel.VersionRow;
import cairn.cli.report.ReportModel.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// A report like that of the first campaign. The profile is a cosine of the barrier's height, not a computed one.
final class Samples {
    private static final double HEIGHT_EV = 0.554;
    private static final double LENGTH_ANG = 2.46;
    private static final double ENERGY_EV = -297.1234;
    private static final int IMAGES = 7;

    private Samples() {}

    static Profile symmetric() {
        var images = IntStream.range(0, IMAGES).mapToObj(Samples::image).toList();
        return new Profile(images, new Profile.Saddle(LENGTH_ANG / 2, ENERGY_EV + HEIGHT_EV));
    }

    private static Image image(int i) {
        double phase = 2 * Math.PI * i / (IMAGES - 1);
        double energy = ENERGY_EV + HEIGHT_EV * (1 - Math.cos(phase)) / 2;
        double slope = HEIGHT_EV * Math.sin(phase) * Math.PI / LENGTH_ANG;
        return Image.evaluated(LENGTH_ANG * i / (IMAGES - 1), energy, slope, 0.0042, role(i));
    }

    private static Role role(int i) {
        if (i == 0 || i == IMAGES - 1) {
            return Role.ENDPOINT;
        }
        return i == IMAGES / 2 ? Role.CLIMBING : Role.INTERIOR;
    }

    /// As a search on a surrogate ends: endpoints and climbing image are evaluated, the others are not.
    static Profile partlyModelled() {
        Profile all = symmetric();
        var images = all.images().stream()
                .map(image -> image.role() == Role.INTERIOR ? modelled(image) : image)
                .toList();
        return new Profile(images, all.saddle());
    }

    private static Image modelled(Image image) {
        return new Image(
                image.coordinateAng(),
                image.energyEv(),
                image.slopeEvPerAng(),
                image.fmaxEvPerAng(),
                image.role(),
                new Profile.Source.Modelled(0.0123));
    }

    static Profile downhill() {
        return new Profile(
                List.of(
                        Image.evaluated(0, 1, 0, 0.01, Role.ENDPOINT),
                        Image.evaluated(1, 1.3, 0.05, 0.02, Role.CLIMBING),
                        Image.evaluated(2.5, 0.8, -0.3, 0.03, Role.INTERIOR),
                        Image.evaluated(3.5, 0.6, 0, 0.01, Role.ENDPOINT)),
                new Profile.Saddle(1.1, 1.302));
    }

    static ReportModel model() {
        return model(symmetric());
    }

    static ReportModel model(Profile profile) {
        return model(profile, List.of());
    }

    static ReportModel model(Profile profile, List<String> withheld) {
        return new ReportModel(
                heading("Li hop between tetrahedral sites of crystalline silicon"),
                List.of(),
                steps(),
                List.of(new BandSection(
                        "hop",
                        profile,
                        "A verified saddle point.",
                        withheld,
                        List.of(),
                        List.of(Quantity.of("force_evaluations", 155), Quantity.of("fmax_ev_per_ang", 0.0093)))),
                List.of(),
                List.of(
                        new SettingRow("host", "cell", "free", "the step"),
                        new SettingRow("hop", "spring constant", "0.1 eV/\u212b\u00b2", "the protocol")),
                List.of(new VersionRow("Cairn", "0.1.0"), new VersionRow("Java", "25.0.3")),
                List.of(new Warning("hop", "The path is 2.46 \u212b long with 5 interior images.")),
                List.of());
    }

    static Heading heading(String about) {
        return new Heading(
                "li-in-silicon",
                about,
                "workflows/li-in-silicon/workflow.yaml",
                new CodeUsed(
                        "builtin/meam-lisi",
                        "1",
                        "A potential for screening and regression, fitted to Li-Si alloys; not a substitute for DFT."),
                "finished: 4 of 4 steps done",
                Instant.parse("2026-11-23T08:00:00Z"));
    }

    private static List<StepRow> steps() {
        return List.of(
                new StepRow(
                        "host",
                        "relax",
                        StepState.DONE,
                        List.of(Quantity.of("energy_ev", -296.32), Quantity.of("volume_ang3", 1275.4412)),
                        new Effort(1, Duration.ofMillis(2300), List.of("local-17")),
                        ""),
                new StepRow(
                        "hop",
                        "neb",
                        StepState.DONE,
                        List.of(
                                Quantity.of("barrier_forward_ev", HEIGHT_EV),
                                Quantity.of("barrier_reverse_ev", HEIGHT_EV)),
                        new Effort(2, Duration.ofSeconds(75), List.of("local-20", "local-21")),
                        "attempt 1 ended at its walltime; attempt 2 went on from its last evaluation"),
                new StepRow(
                        "check-large",
                        "neb",
                        StepState.FAILED,
                        List.of(),
                        new Effort(3, Duration.ofHours(2), List.of("local-22")),
                        "the band did not settle in 500 iterations: allow more, or look at its endpoints"),
                new StepRow(
                        "check-dft",
                        "neb",
                        StepState.WAITING,
                        List.of(),
                        new Effort(0, Duration.ZERO, List.of()),
                        "waits for check-large"));
    }
}
