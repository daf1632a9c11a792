package cairn.cli.campaign;

import cairn.campaign.view.CampaignView;
import cairn.campaign.view.CampaignView.StepView;
import cairn.campaign.work.json.StructureJson;
import cairn.cli.report.ShownStructure;
import cairn.structure.Structure;
import cairn.structure.format.ExtendedXyz;
import cairn.structure.format.Frame;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The structures that the steps of a campaign ended with, and the bands that they found, for the viewer.
final class StructuresOfSteps {
    private StructuresOfSteps() {}

    static List<ShownStructure> of(CampaignView view) {
        return view.steps().stream().flatMap(StructuresOfSteps::of).toList();
    }

    private static Stream<ShownStructure> of(StepView step) {
        return step.result().stream().flatMap(result -> {
            JsonNode detail = result.detail();
            return Stream.of(
                            detail.optional("structure").stream()
                                    .map(StructureJson::read)
                                    .map(Structure::wrapped)
                                    .map(List::of),
                            detail.optional("images").stream().map(StructureJson::readAll))
                    .flatMap(both -> both)
                    .map(images -> shown(step.id().value(), images));
        });
    }

    private static ShownStructure shown(String step, List<Structure> images) {
        String formula = images.getFirst().composition().formula();
        return new ShownStructure(
                step + ": " + formula,
                ExtendedXyz.formatFrames(images.stream().map(Frame::of).toList()));
    }
}
