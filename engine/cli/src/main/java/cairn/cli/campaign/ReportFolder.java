package cairn.cli.campaign;

import cairn.campaign.view.CampaignView;
import cairn.campaign.view.ResultsFile;
import cairn.cli.figure.Chart;
import cairn.cli.figure.ChartImage;
import cairn.cli.report.ProfileFigure;
import cairn.cli.report.ReportHtml;
import cairn.cli.report.ReportModel;
import cairn.cli.report.ShownStructure;
import cairn.cli.report.StructuresHtml;
import cairn.cli.report.ViewerLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What a campaign leaves for its reader: results.json, report.html, the structures in a viewer, and a figure of each
/// band.
final class ReportFolder {
    static final String REPORT = "report.html";
    private static final String STRUCTURES = "structures.html";

    private ReportFolder() {}

    static ObjectNode results(Prepared prepared, CampaignView view) {
        return ResultsFile.json(
                prepared.plan().name(), prepared.call().workflow().getFileName().toString(), view);
    }

    /// Writes all of it, and says what was written.
    static List<Path> write(Prepared prepared, CampaignView view, Installation installation) {
        List<Path> written = new ArrayList<>();
        ResultsFile.write(prepared.folder(), results(prepared, view));
        written.add(prepared.folder().resolve("results.json"));
        Optional<Path> structures = writeStructures(prepared, view, installation);
        structures.ifPresent(written::add);
        List<ReportModel.Link> links = structures.stream()
                .map(_ -> new ReportModel.Link(STRUCTURES, "The structures in three dimensions"))
                .toList();
        ReportModel model = new ReportWriter(prepared, view, installation.version(), Instant.now()).model(links);
        written.add(write(prepared.folder().resolve(REPORT), ReportHtml.render(model)));
        for (ReportModel.BandSection band : model.bands().stream()
                .filter(ReportModel.BandSection::hasBarrier)
                .toList()) {
            String name = band.step().replaceAll("[^A-Za-z0-9._=,-]+", "-") + ".svg";
            written.add(write(prepared.folder().resolve("figures").resolve(name), ProfileFigure.svg(band.profile())));
        }
        model.figures().stream()
                .flatMap(section -> section.charts().stream())
                .forEach(chart -> written.addAll(
                        write(prepared.folder().resolve("figures").resolve(chart.name()), chart)));
        return written;
    }

    /// Nothing where there is no structure yet, or no library to show it with.
    private static Optional<Path> writeStructures(Prepared prepared, CampaignView view, Installation installation) {
        List<ShownStructure> structures = StructuresOfSteps.of(view);
        return ViewerLibrary.in(installation.viewer())
                .filter(_ -> !structures.isEmpty())
                .map(library -> StructuresHtml.render(prepared.plan().name(), structures, library))
                .map(page -> write(prepared.folder().resolve(STRUCTURES), page));
    }

    /// A chart as two pictures, and its numbers.
    private static List<Path> write(Path stem, Chart chart) {
        return List.of(
                write(Path.of(stem + ".svg"), ChartImage.svg(chart)),
                write(Path.of(stem + ".png"), ChartImage.png(chart)),
                write(Path.of(stem + ".csv"), chart.csv()));
    }

    private static Path write(Path file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Path write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
