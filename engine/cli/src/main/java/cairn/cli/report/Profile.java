package cairn.cli.report;

import java.util.List;
import java.util.Objects;

/// The energy along a band: its images, and the saddle point on the curve through them.
///
/// The curve is the cubic Hermite polynomial through energies and projected forces (Henkelman, Jonsson, J. Chem.
/// Phys. 113, 9978 (2000), appendix); the saddle is its maximum, as the band search found it.
public record Profile(List<Image> images, Saddle saddle) {
    public Profile {
        Objects.requireNonNull(saddle);
        images = List.copyOf(images);
        if (images.size() < 3) {
            throw new IllegalArgumentException("a band has two endpoints and images between, not " + images.size());
        }
        for (int i = 1; i < images.size(); i++) {
            if (!(images.get(i).coordinateAng > images.get(i - 1).coordinateAng)) {
                throw new IllegalArgumentException("the reaction coordinate must grow from image to image");
            }
        }
    }

    /// E(saddle) - E(first endpoint), eV.
    public double barrierForwardEv() {
        return saddle.energyEv - images.getFirst().energyEv;
    }

    /// E(saddle) - E(last endpoint), eV.
    public double barrierReverseEv() {
        return saddle.energyEv - images.getLast().energyEv;
    }

    /// E(last endpoint) - E(first endpoint), eV.
    public double reactionEnergyEv() {
        return images.getLast().energyEv - images.getFirst().energyEv;
    }

    /// Whether a model says what some of the images are like.
    public boolean isPartlyModelled() {
        return images.stream().anyMatch(image -> image.source instanceof Source.Modelled);
    }

    /// One image: where it is along the path, its energy, the slope dE/ds of the curve there (minus the force along
    /// the path), the largest force on an atom, its part in the band, and who says so.
    public record Image(
            double coordinateAng,
            double energyEv,
            double slopeEvPerAng,
            double fmaxEvPerAng,
            Role role,
            Source source) {
        public Image {
            Objects.requireNonNull(role);
            Objects.requireNonNull(source);
            if (!Double.isFinite(coordinateAng + energyEv + slopeEvPerAng)) {
                throw new IllegalArgumentException("an image of the profile is not finite");
            }
        }

        /// An image that the code was asked about.
        public static Image evaluated(
                double coordinateAng, double energyEv, double slopeEvPerAng, double fmaxEvPerAng, Role role) {
            return new Image(coordinateAng, energyEv, slopeEvPerAng, fmaxEvPerAng, role, new Source.Evaluated());
        }
    }

    /// Where the numbers of an image are from.
    public sealed interface Source {
        /// The code was asked.
        record Evaluated() implements Source {}

        /// A model of the code says it, and how far it may be off: one standard deviation.
        record Modelled(double uncertaintyEv) implements Source {
            public Modelled {
                if (!(uncertaintyEv > 0)) {
                    throw new IllegalArgumentException("a model is never certain: " + uncertaintyEv);
                }
            }
        }
    }

    public enum Role {
        ENDPOINT,
        INTERIOR,
        /// A relaxed minimum between two hops.
        MINIMUM,
        CLIMBING
    }

    public record Saddle(double coordinateAng, double energyEv) {
        public Saddle {
            if (!Double.isFinite(coordinateAng + energyEv)) {
                throw new IllegalArgumentException("the saddle of the profile is not finite");
            }
        }
    }
}
