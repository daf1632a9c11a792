package cairn.neb.record;

import cairn.neb.Band;
import cairn.neb.EnergyProfile;
import cairn.structure.band.BandRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The energies along a recorded band: its images, the curve through them, the barriers (eV) and what is odd about it.
///
/// The curve is the cubic Hermite polynomial through free energies and forces along the tangent (Henkelman, Jonsson, J.
/// Chem. Phys. 113, 9978 (2000), appendix), and its extrema count only inside the segment that they belong to. The
/// barrier is that of the highest image; how far the curve rises above it is its error bar.
public record RecordedPath(
        Geometry geometry,
        List<RecordedPoint> points,
        int highestImage,
        EnergyProfile profile,
        Convergence convergence,
        List<String> remarks) {
    public RecordedPath {
        points = List.copyOf(points);
        remarks = List.copyOf(remarks);
    }

    /// @param fmax what counts as converged, eV/Angstrom
    /// @throws IllegalArgumentException if the images are not the same atoms in the same cell, stand on top of each
    ///     other, or have no energies to draw a profile through
    public static RecordedPath of(BandRecord record, double fmax) {
        return new PathReader(record, fmax).path();
    }

    /// The images, each atom followed across the borders of the cell; empty if only their distances are known.
    public Optional<Band> band() {
        return geometry.band();
    }

    public RecordedPoint highest() {
        return points.get(highestImage);
    }

    /// The highest interior image minus the first endpoint.
    public Reading barrierForward() {
        return highest().energy().minus(points.getFirst().energy());
    }

    /// The highest interior image minus the last endpoint.
    public Reading barrierReverse() {
        return highest().energy().minus(points.getLast().energy());
    }

    /// E(last endpoint) - E(first endpoint).
    public Reading energyDifference() {
        return points.getLast().energy().minus(points.getFirst().energy());
    }

    /// The same barriers on energies extrapolated to no smearing, for comparison with programs that print these.
    public Reading barrierForwardSigmaZero() {
        return highest().sigmaZero().minus(points.getFirst().sigmaZero());
    }

    public Reading barrierReverseSigmaZero() {
        return highest().sigmaZero().minus(points.getLast().sigmaZero());
    }

    /// The highest point of the curve.
    public EnergyProfile.Point summit() {
        return profile.maximum();
    }

    /// How far the curve rises above the highest image: what the barrier may be too low by.
    public double barrierError() {
        OptionalDouble highest = highest().energy().number();
        return Math.abs(summit().energy() - highest.orElseThrow());
    }

    /// Whether every slope of the curve comes from forces.
    public boolean isForceConsistent() {
        return points.stream().allMatch(point -> point.slope() instanceof Slope.FromForces);
    }
}
