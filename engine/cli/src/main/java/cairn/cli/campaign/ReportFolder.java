package cairn.cli.campaign;

import cairn.campaign.view.CampaignView;
import cairn.campaign.view.ResultsFile;
import cairn.cli.figure.Chart;
import cairn.cli.figure.ChartImage;
import cairn.cli.report.ProfileFigure;
import cairn.cli.report.ReportHtml;
import cairn.cli.report.ReportModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What a campaign leaves for its reader: results.json, report.html, and a figure of each band.
final class ReportFolder {
    static final String REPORT = "report.html";

    private ReportFolder() {}

    static ObjectNode results(Prepared prepared, CampaignView view) {
        return ResultsFile.json(
                prepared.plan().name(), prepared.call().workflow().getFileName().toString(), view);
    }

    /// Writes all of it, and says what was written.
    static List<Path> write(Prepared prepared, CampaignView view, String version) {
        List<Path> written = new ArrayList<>();
        ResultsFile.write(prepared.folder(), results(prepared, view));
        written.add(prepared.folder().resolve("results.json"));
        ReportModel model = new ReportWriter(prepared, view, version, Instant.now()).model();
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
