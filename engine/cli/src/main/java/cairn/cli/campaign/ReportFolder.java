package cairn.cli.campaign;

import cairn.campaign.view.CampaignView;
import cairn.campaign.view.ResultsFile;
import cairn.cli.report.ProfileFigure;
import cairn.cli.report.ReportHtml;
import cairn.cli.report.ReportModel;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        return written;
    }

    private static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
