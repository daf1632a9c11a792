package cairn.campaign.verb;

import cairn.analysis.elasticity.BirchMurnaghan;
import cairn.analysis.elasticity.EnergyAtVolume;
import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Next;
import cairn.campaign.step.Results;
import cairn.campaign.step.Step;
import cairn.campaign.step.StepId;
import cairn.campaign.step.StructureSource;
import cairn.structure.Structure;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// The verb `eos`: relaxations at several volumes, and the equation of state through them.
///
/// The cell is scaled as a whole and held; the atoms relax in it. For a crystal whose axes want to change their ratio
/// the modulus is so a little too high.
public record EquationOfStateStep(StepId id, StructureSource of, Setup setup, Volumes volumes)
        implements StructureStep {
    @Override
    public String kind() {
        return "eos";
    }

    @Override
    public Step with(Setup other) {
        return new EquationOfStateStep(id, of, other, volumes);
    }

    @Override
    public int mostJobs() {
        return volumes.count();
    }

    @Override
    public Next next(Results results) {
        return switch (Sources.find(of, results)) {
            case Sources.Found.Missing(Failure failure) -> new Next.Failed(failure);
            case Sources.Found.There(Structure structure) -> next(calculations(structure), results);
        };
    }

    private Next next(List<Calculation> calculations, Results results) {
        List<ObjectNode> found = calculations.stream()
                .flatMap(calculation -> results.calculation(calculation.id()).stream())
                .toList();
        return found.size() < calculations.size() ? new Next.Needs(calculations) : fitted(found);
    }

    private List<Calculation> calculations(Structure structure) {
        return IntStream.range(0, volumes.count())
                .mapToObj(point -> Relaxations.of(
                        new CalculationId(id, "volume-" + (point + 1)),
                        setup,
                        volumes.at(point, structure),
                        volumes.relaxation()))
                .toList();
    }

    private Next fitted(List<ObjectNode> found) {
        List<EnergyAtVolume> points =
                found.stream().map(EquationOfStateJson::point).toList();
        return BirchMurnaghan.fit(points)
                .<Next>map(curve -> new Next.Done(new EquationOfStateJson(found, points, curve).result(setup.code())))
                .orElseGet(() -> new Next.Failed(noMinimum(points)));
    }

    private static Failure noMinimum(List<EnergyAtVolume> points) {
        return new Failure(
                "eos/no-minimum",
                "The energy has no minimum between the volumes "
                        + points.getFirst().volumeAng3() + " and "
                        + points.getLast().volumeAng3() + " Angstrom^3.",
                "Start from a structure that is relaxed with the same code and cell: free, or give a wider range.");
    }
}
