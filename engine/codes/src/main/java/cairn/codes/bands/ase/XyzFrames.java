package cairn.codes.bands.ase;

import cairn.structure.Constraints;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Structure;
import cairn.structure.band.Gap;
import cairn.structure.band.Provenance;
import cairn.structure.band.RecordedEnergy;
import cairn.structure.band.RecordedForces;
import cairn.structure.band.RecordedImage;
import cairn.structure.format.ExtendedXyz;
import cairn.structure.format.Frame;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/// The frames of an extended XYZ file. ASE writes no constraints into it unless asked to, so atoms that stand still in
/// all frames are taken as fixed where the file has no `move_mask`.
final class XyzFrames {
    private static final double STILL = 1e-7;

    private XyzFrames() {}

    /// Whether a file that begins like this is one.
    static boolean isOne(String head) {
        return head.lines().skip(1).findFirst().orElse("").contains("Properties=");
    }

    static FrameSource read(String name, String text) {
        List<Frame> frames = ExtendedXyz.parseFrames(BoxedXyz.of(text), name);
        boolean said = frames.stream()
                .anyMatch(frame -> frame.structure().constraints().fixedCount() > 0);
        Constraints fixed = said || frames.isEmpty() ? Constraints.none() : still(frames);
        List<Gap> gaps = fixed.fixedCount() == 0
                ? List.of()
                : List.of(new Gap(
                        "the file does not say which atoms were held fixed; the " + fixed.fixedCount()
                                + " that never move are taken as fixed",
                        "write the column move_mask if that is wrong"));
        return new FrameSource(
                name,
                Provenance.UNKNOWN_VERSION,
                frames.stream().map(frame -> image(frame, fixed)).toList(),
                Collections.nCopies(frames.size(), CalculatorSettings.none()),
                gaps);
    }

    private static Constraints still(List<Frame> frames) {
        BitSet still = new BitSet();
        Structure first = frames.getFirst().structure();
        for (int atom = 0; atom < first.count(); atom++) {
            int here = atom;
            still.set(atom, frames.stream().allMatch(frame -> stands(first, frame.structure(), here)));
        }
        return Constraints.of(still);
    }

    private static boolean stands(Structure first, Structure other, int atom) {
        return atom < other.count()
                && Math.abs(first.positions().x(atom) - other.positions().x(atom)) < STILL
                && Math.abs(first.positions().y(atom) - other.positions().y(atom)) < STILL
                && Math.abs(first.positions().z(atom) - other.positions().z(atom)) < STILL;
    }

    private static RecordedImage image(Frame frame, Constraints still) {
        Structure given = frame.structure();
        Structure structure = still.fixedCount() == 0
                ? given
                : new Structure(given.cell(), given.species(), given.positions(), still);
        return switch (frame.computed()) {
            case Frame.Computed.Nothing _ ->
                new RecordedImage(structure, new RecordedEnergy.Unknown(), new RecordedForces.Unknown());
            case Frame.Computed.Energy(double energy) ->
                new RecordedImage(structure, new RecordedEnergy.Free(energy), new RecordedForces.Unknown());
            case Frame.Computed.ForcesOnly(Forces forces) ->
                new RecordedImage(structure, new RecordedEnergy.Unknown(), new RecordedForces.True(forces));
            case Frame.Computed.EnergyAndForces(Evaluation evaluation) ->
                new RecordedImage(
                        structure,
                        new RecordedEnergy.Free(evaluation.energyEv()),
                        new RecordedForces.True(evaluation.forces()));
        };
    }
}
