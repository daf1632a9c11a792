package cairn.codes.bands.vasp;

import cairn.codes.bands.BandFolder;
import cairn.codes.output.Energies;
import cairn.codes.output.Energies.Kind;
import cairn.codes.output.Output;
import cairn.codes.output.Output.Last;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.vasp.Outcar;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.band.Provenance;
import cairn.structure.band.RecordedEnergy;
import java.util.Optional;

/// What VASP has written of one image: the last whole ionic step of its OUTCAR, and what VTST says besides.
record ImageRun(Optional<ImageStep> step, String version, NebLines neb) {
    /// One ionic step.
    record ImageStep(RecordedEnergy energy, Positions positions, Forces forces) {}

    /// Of an image whose OUTCAR may be missing.
    static ImageRun read(BandFolder folder, String outcar) {
        NebLines neb = new NebLines();
        if (!folder.has(outcar)) {
            return new ImageRun(Optional.empty(), Provenance.UNKNOWN_VERSION, neb);
        }
        folder.forEachLine(outcar, neb::take);
        Output output = new Outcar().readAlone(folder.path().resolve(outcar));
        String version =
                output.version().equals(Output.UNKNOWN_VERSION) ? Provenance.UNKNOWN_VERSION : output.version();
        return new ImageRun(step(output), version, neb);
    }

    private static Optional<ImageStep> step(Output output) {
        return output.last() instanceof Last.Of(Step step)
                        && step.structure() instanceof SaidStructure.Given(var structure)
                        && step.forces() instanceof SaidForces.Given(Forces forces)
                ? Optional.of(new ImageStep(energy(step.energies()), structure.positions(), forces))
                : Optional.empty();
    }

    private static RecordedEnergy energy(Energies energies) {
        return energies.of(Kind.SIGMA_ZERO).isPresent()
                ? new RecordedEnergy.FreeAndSigmaZero(
                        energies.free(), energies.of(Kind.SIGMA_ZERO).getAsDouble())
                : new RecordedEnergy.Free(energies.free());
    }
}
