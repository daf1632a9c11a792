package cairn.neb.record;

import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Structure;
import cairn.structure.band.BandRecord;
import cairn.structure.band.CodeSays;
import cairn.structure.band.Provenance;
import cairn.structure.band.RecordedEnergy;
import cairn.structure.band.RecordedForces;
import cairn.structure.band.RecordedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/// Bands of one hydrogen atom that moves along x over a potential V(x), with a force across the path if wanted.
final class Bands {
    static final double CELL = 10;

    private Bands() {}

    static BandRecord along(DoubleUnaryOperator potential, double... places) {
        return record(DoubleStream.of(places)
                .mapToObj(x -> image(x, new RecordedEnergy.Free(potential.applyAsDouble(x)), force(potential, x, 0)))
                .toList());
    }

    static BandRecord record(List<RecordedImage> images) {
        return record(images, CodeSays.nothing());
    }

    static BandRecord record(List<RecordedImage> images, CodeSays says) {
        return new BandRecord(new Provenance("test", "1", List.of()), images, says, List.of());
    }

    static RecordedImage image(double x, RecordedEnergy energy, RecordedForces forces) {
        return new RecordedImage(at(x, 0), energy, forces);
    }

    static Structure at(double x, double y) {
        return Structure.free(
                Cell.orthorhombic(CELL, CELL, CELL),
                List.of(Element.ofSymbol("H").orElseThrow()),
                Positions.of(x, y, 0));
    }

    /// By central difference, exact to rounding for the cubics used here, plus a part across the path.
    static RecordedForces force(DoubleUnaryOperator potential, double x, double across) {
        return new RecordedForces.True(Forces.of(-slope(potential, x), across, 0));
    }

    static double slope(DoubleUnaryOperator potential, double x) {
        double h = 1e-3;
        double near = (potential.applyAsDouble(x + h) - potential.applyAsDouble(x - h)) / (2 * h);
        double far = (potential.applyAsDouble(x + 2 * h) - potential.applyAsDouble(x - 2 * h)) / (4 * h);
        return (4 * near - far) / 3;
    }

    static BandRecord with(BandRecord record, int index, RecordedImage image) {
        List<RecordedImage> images = new ArrayList<>(record.images());
        images.set(index, image);
        return record(images, record.codeSays());
    }
}
