package cairn.codes.bands.vasp;

import cairn.codes.bands.BandFolder;
import cairn.codes.bands.BandReader;
import cairn.codes.bands.ImageCount;
import cairn.codes.bands.Numbers;
import cairn.structure.Forces;
import cairn.structure.Structure;
import cairn.structure.band.BandRecord;
import cairn.structure.band.CodeSays;
import cairn.structure.band.CodeSays.Barrier;
import cairn.structure.band.CodeSays.Climbing;
import cairn.structure.band.CodeSays.Verdict;
import cairn.structure.band.Gap;
import cairn.structure.band.Provenance;
import cairn.structure.band.RecordedEnergy;
import cairn.structure.band.RecordedForces;
import cairn.structure.band.RecordedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Bands of VASP: a folder 00, 01, ... for each image with its POSCAR or CONTCAR and its OUTCAR, and beside them the
/// INCAR, whose EFIRST and ELAST serve endpoints without an OUTCAR, and the `neb.dat` of VTST's script nebbarrier.pl.
public final class VaspBands implements BandReader {
    @Override
    public String recognises() {
        return "VASP (folders 00, 01, ... with POSCAR and OUTCAR)";
    }

    /// The band in a folder, if there is one.
    public static Optional<BandRecord> in(Path folder) {
        return new VaspBands().read(BandFolder.of(folder), new ImageCount.Unsaid());
    }

    @Override
    public Optional<BandRecord> read(BandFolder folder, ImageCount images) {
        List<String> folders = folder.folders(name -> name.matches("\\d\\d+")).stream()
                .filter(name -> folder.has(name + "/POSCAR") || folder.has(name + "/CONTCAR"))
                .toList();
        boolean band = folders.size() >= 3 && Integer.parseInt(folders.getFirst()) == 0;
        return band ? Optional.of(new Reader(folder, folders).record()) : Optional.empty();
    }

    private static final class Reader {
        private final BandFolder folder;
        private final List<String> names;
        private final NebIncar incar;
        private final List<ImageRun> runs;
        private final List<Gap> gaps = new ArrayList<>();

        Reader(BandFolder folder, List<String> names) {
            this.folder = folder;
            this.names = names;
            requireAll();
            this.incar = NebIncar.of(folder.has("INCAR") ? folder.lines("INCAR") : List.of());
            this.runs = names.stream()
                    .map(name -> ImageRun.read(folder, name + "/OUTCAR"))
                    .toList();
        }

        private void requireAll() {
            int last = Integer.parseInt(names.getLast());
            if (last != names.size() - 1) {
                throw folder.problem(
                        names.getLast(),
                        "there are " + names.size() + " folders with a POSCAR or CONTCAR, and this is number " + last,
                        "put the folders of all images here");
            }
        }

        BandRecord record() {
            List<RecordedImage> images =
                    IntStream.range(0, names.size()).mapToObj(this::image).toList();
            String version = runs.stream()
                    .map(ImageRun::version)
                    .filter(found -> !found.equals(Provenance.UNKNOWN_VERSION))
                    .findFirst()
                    .orElse(Provenance.UNKNOWN_VERSION);
            return new BandRecord(
                    new Provenance("VASP", version, folder.filesRead()),
                    images,
                    new CodeSays(climbing(), barrier(), verdict()),
                    gaps);
        }

        private RecordedImage image(int index) {
            PoscarFile poscar = poscar(names.get(index));
            ImageRun run = runs.get(index);
            Optional<ImageRun.ImageStep> step = run.step();
            if (step.isEmpty()) {
                return withoutOutcar(index, poscar.structure());
            }
            if (step.get().positions().count() != poscar.structure().count()) {
                throw folder.problem(
                        names.get(index) + "/OUTCAR",
                        "it has " + step.get().positions().count() + " atoms, the POSCAR beside it "
                                + poscar.structure().count(),
                        "keep the files of one run together");
            }
            return new RecordedImage(
                    poscar.structure().withPositions(step.get().positions()),
                    step.get().energy(),
                    forces(run, poscar.free(step.get().forces())));
        }

        private static RecordedForces forces(ImageRun run, Forces forces) {
            OptionalDouble along = run.neb().along();
            return along.isPresent()
                    ? new RecordedForces.Projected(forces, along.getAsDouble())
                    : new RecordedForces.True(forces);
        }

        private PoscarFile poscar(String name) {
            String file = folder.has(name + "/CONTCAR")
                            && !folder.text(name + "/CONTCAR").isBlank()
                    ? name + "/CONTCAR"
                    : name + "/POSCAR";
            if (!folder.has(file)) {
                throw folder.problem(name, "there is neither a POSCAR nor a CONTCAR with atoms in it", "put one there");
            }
            PoscarFile poscar = PoscarFile.parse(folder.path().resolve(file).toString(), folder.lines(file));
            if (!poscar.held().isEmpty()
                    && gaps.stream().noneMatch(gap -> gap.what().startsWith("some atoms are held"))) {
                gaps.add(new Gap(
                        "some atoms are held along some directions only, and count as free",
                        "forces along these directions are left out; in a skewed cell judge fmax with that in mind"));
            }
            return poscar;
        }

        private RecordedImage withoutOutcar(int index, Structure structure) {
            boolean first = index == 0;
            boolean endpoint = first || index == names.size() - 1;
            String tag = first ? "EFIRST" : "ELAST";
            OptionalDouble energy = endpoint ? endpointEnergy(first) : OptionalDouble.empty();
            String missing = names.get(index) + "/OUTCAR "
                    + (folder.has(names.get(index) + "/OUTCAR") ? "holds no whole ionic step" : "is missing");
            if (energy.isPresent()) {
                gaps.add(new Gap(
                        missing + "; its energy is taken from " + tag + " and its forces are unknown",
                        "put the OUTCAR of the relaxed endpoint there"));
                return new RecordedImage(
                        structure, new RecordedEnergy.Free(energy.getAsDouble()), new RecordedForces.Unknown());
            }
            gaps.add(new Gap(
                    missing + ", so energy and forces of image " + index + " are unknown",
                    endpoint
                            ? "put the OUTCAR of the relaxed endpoint there, or " + tag + " into the INCAR"
                            : "put it there"));
            return new RecordedImage(structure, new RecordedEnergy.Unknown(), new RecordedForces.Unknown());
        }

        private OptionalDouble endpointEnergy(boolean first) {
            NebIncar understood = runs.get(1).neb().tags();
            OptionalDouble said = first ? incar.first() : incar.last();
            return said.isPresent() ? said : first ? understood.first() : understood.last();
        }

        private Climbing climbing() {
            return incar.climbs()
                    .or(() -> runs.get(1).neb().tags().climbs())
                    .<Climbing>map(climbs -> climbs ? new Climbing.Highest() : new Climbing.None())
                    .orElseGet(Climbing.Unsaid::new);
        }

        /// Image, distance (Angstrom), energy above the first one (eV), force along the path, folder.
        private Barrier barrier() {
            if (!folder.has("neb.dat")) {
                return new Barrier.Unsaid();
            }
            double[] energies = folder.lines("neb.dat").stream()
                    .map(Numbers::in)
                    .filter(row -> row.length >= 4)
                    .mapToDouble(row -> row[2])
                    .toArray();
            if (energies.length != names.size() || !Arrays.stream(energies).allMatch(Double::isFinite)) {
                return new Barrier.Unsaid();
            }
            double highest =
                    Arrays.stream(energies, 1, energies.length - 1).max().orElseThrow();
            return new Barrier.Printed(highest - energies[0], highest - energies[energies.length - 1], "neb.dat");
        }

        private Verdict verdict() {
            List<ImageRun> interior = runs.subList(1, runs.size() - 1);
            if (interior.stream().noneMatch(run -> run.step().isPresent())) {
                return new Verdict.Unsaid();
            }
            return interior.stream().anyMatch(run -> run.neb().hasReachedAccuracy())
                    ? new Verdict.Converged("reached required accuracy")
                    : new Verdict.NotConverged("no image says that it reached the required accuracy");
        }
    }
}
