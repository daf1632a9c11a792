package cairn.campaign.language;

import cairn.campaign.yaml.Location;
import cairn.structure.Element;
import cairn.structure.Fraction;
import cairn.structure.distance.Rattle;
import java.util.List;

/// Where a step gets its structure from, as the workflow says it: names are not looked up yet.
public sealed interface Source extends Refers {
    Location at();

    /// A structure of the workflow, a step, or the path of a file.
    record Named(StepName name) implements Source {
        @Override
        public Location at() {
            return name.at();
        }

        @Override
        public List<Use> uses() {
            return List.of(new Use(name, How.SOURCE));
        }

        @Override
        public String toString() {
            return name.value();
        }
    }

    /// A file, and how often its cell is repeated.
    record File(String path, Repeats repeats, Location at) implements Source {
        @Override
        public List<Use> uses() {
            return List.of();
        }

        @Override
        public String toString() {
            return repeats.equals(Repeats.NONE)
                    ? path
                    : path + " " + repeats.a() + "x" + repeats.b() + "x" + repeats.c();
        }
    }

    /// Atoms displaced at random.
    record Rattled(Source of, Rattle rattle, Location at) implements Source {
        @Override
        public List<Use> uses() {
            return of.uses();
        }

        @Override
        public String toString() {
            return of + " rattled by " + rattle.deviationAng() + " Angstrom, seed " + rattle.seed();
        }
    }

    /// One atom more, at a point in fractions of the lattice vectors.
    record Inserted(Element element, Source into, Fraction fraction, Location at) implements Source {
        @Override
        public List<Use> uses() {
            return into.uses();
        }

        @Override
        public String toString() {
            return element.symbol() + " in " + into + " at [" + fraction.a() + ", " + fraction.b() + ", " + fraction.c()
                    + "]";
        }
    }
}
