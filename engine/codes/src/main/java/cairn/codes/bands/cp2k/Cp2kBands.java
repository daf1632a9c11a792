package cairn.codes.bands.cp2k;

import cairn.codes.bands.BandFolder;
import cairn.codes.bands.BandReader;
import cairn.codes.bands.Boxes;
import cairn.codes.bands.ImageCount;
import cairn.structure.Cell;
import cairn.structure.Constraints;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Bands of CP2K: positions and energies from `PROJECT-pos-Replica_nr_N-1.xyz`, forces from `PROJECT-BANDN.out`, the
/// cell, fixed atoms and kind of band from `PROJECT-1.restart` or the input.
public final class Cp2kBands implements BandReader {
    private static final Pattern POSITIONS = Pattern.compile("(.+)-pos-Replica_nr_(\\d+)-(\\d+)\\.xyz");
    private static final Pattern VERSION = Pattern.compile("\\s*CP2K\\| version string:\\s+CP2K version (\\S+).*");

    @Override
    public String recognises() {
        return "CP2K BAND (PROJECT-pos-Replica_nr_N-1.xyz)";
    }

    @Override
    public Optional<BandRecord> read(BandFolder folder, ImageCount images) {
        List<String> firsts = folder.files(name -> POSITIONS.matcher(name).matches()).stream()
                .filter(name -> Integer.parseInt(part(name, 2)) == 1)
                .toList();
        List<String> meant = folder.candidates(firsts::contains);
        return meant.isEmpty() ? Optional.empty() : Optional.of(new Reader(folder, folder.only(meant)).record());
    }

    private static String part(String name, int group) {
        Matcher found = POSITIONS.matcher(name);
        return found.matches() ? found.group(group) : "";
    }

    private static final class Reader {
        private final BandFolder folder;
        private final String project;
        private final List<String> positions;
        private final RestartFile restart;
        private final List<Gap> gaps = new ArrayList<>();

        Reader(BandFolder folder, String first) {
            this.folder = folder;
            this.project = part(first, 1);
            this.positions =
                    folder
                            .files(name -> part(name, 1).equals(project)
                                    && part(name, 3).equals(part(first, 3)))
                            .stream()
                            .sorted(Comparator.comparingInt(name -> Integer.parseInt(part(name, 2))))
                            .toList();
            this.restart = restart();
        }

        BandRecord record() {
            List<ReplicaFile> replicas = positions.stream()
                    .map(name -> ReplicaFile.parse(folder.path().resolve(name).toString(), folder.lines(name)))
                    .toList();
            requireWhole(replicas);
            Cell cell = cell(replicas.getFirst());
            if (restart.isPartlyFixed()) {
                gaps.add(new Gap(
                        "some atoms are fixed along some directions only, and count as free",
                        "judge fmax with that in mind"));
            }
            List<RecordedImage> images = IntStream.range(0, replicas.size())
                    .mapToObj(i -> image(i, replicas.get(i), cell))
                    .toList();
            tellWithoutForces(images);
            Optional<String> output = output();
            CodeSays says = new CodeSays(
                    restart.climbs() ? new Climbing.Highest() : new Climbing.Unsaid(),
                    new Barrier.Unsaid(),
                    output.map(this::verdict).orElseGet(Verdict.Unsaid::new));
            String version = output.map(this::version).orElse(Provenance.UNKNOWN_VERSION);
            return new BandRecord(new Provenance("CP2K", version, folder.filesRead()), images, says, gaps);
        }

        private void requireWhole(List<ReplicaFile> replicas) {
            int last = Integer.parseInt(part(positions.getLast(), 2));
            if (replicas.size() != last || replicas.size() < 3) {
                throw folder.problem(
                        positions.getLast(),
                        "there are positions of " + replicas.size() + " replicas, and this is number " + last,
                        "put the positions of all replicas into the folder");
            }
            if (replicas.stream().mapToInt(ReplicaFile::step).distinct().count() > 1) {
                gaps.add(new Gap(
                        "the replicas are of different steps: the run was interrupted while it wrote them",
                        "run it to its end"));
            }
        }

        private RestartFile restart() {
            Optional<String> name = Optional.of(project + "-1.restart")
                    .filter(folder::has)
                    .or(() -> folder.files(file -> file.endsWith(".inp")).stream()
                            .filter(file -> folder.head(file).contains(project))
                            .findFirst());
            return RestartFile.of(name.map(folder::lines).orElse(List.of()));
        }

        private Cell cell(ReplicaFile first) {
            Optional<double[]> rows = restart.cell();
            if (rows.isPresent()) {
                return Cell.of(rows.get());
            }
            gaps.add(new Gap(
                    "the cell is unknown, so atoms are not followed across its borders",
                    "put " + project + "-1.restart into the folder"));
            return Boxes.cell(new double[9], first.positions().toArray());
        }

        private RecordedImage image(int index, ReplicaFile replica, Cell cell) {
            return new RecordedImage(
                    new Structure(cell, replica.species(), replica.positions(), Constraints.of(restart.fixed())),
                    new RecordedEnergy.Free(replica.energyEv()),
                    forces(index, replica)
                            .<RecordedForces>map(RecordedForces.True::new)
                            .orElseGet(RecordedForces.Unknown::new));
        }

        private Optional<Forces> forces(int index, ReplicaFile replica) {
            Pattern name = Pattern.compile(Pattern.quote(project) + "-BAND0*" + (index + 1) + "\\.out");
            ReplicaOutput output =
                    new ReplicaOutput(replica.energyHartree(), replica.species().size());
            folder.files(file -> name.matcher(file).matches()).stream()
                    .findFirst()
                    .ifPresent(file -> folder.forEachLine(file, output::take));
            return output.forces();
        }

        private void tellWithoutForces(List<RecordedImage> images) {
            List<String> without = IntStream.range(0, images.size())
                    .filter(i -> images.get(i).forces() instanceof RecordedForces.Unknown)
                    .mapToObj(String::valueOf)
                    .toList();
            if (!without.isEmpty()) {
                gaps.add(new Gap(
                        "there are no forces of image " + String.join(", ", without) + " in " + project + "-BANDN.out",
                        "add &PRINT &FORCES ON to &FORCE_EVAL, and keep these files"));
            }
        }

        /// The output of the whole run, whatever its name.
        private Optional<String> output() {
            return folder
                    .files(name -> !POSITIONS.matcher(name).matches() && !name.matches(".*-BAND\\d+\\.out|.*\\.wfn.*"))
                    .stream()
                    .filter(name -> folder.head(name).contains("CP2K| version string:"))
                    .filter(name -> !name.contains("-r-"))
                    .max(Comparator.comparingLong(folder::lastWritten))
                    .or(() -> Optional.of(project + "-r-0.out").filter(folder::has));
        }

        private String version(String output) {
            return folder.lines(output).stream()
                    .map(VERSION::matcher)
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse(Provenance.UNKNOWN_VERSION);
        }

        /// CP2K tells whether its criteria were met in the output of an image; here only a missing end says something.
        private Verdict verdict(String output) {
            return folder.lines(output).stream().anyMatch(line -> line.contains("PROGRAM ENDED AT"))
                    ? new Verdict.Unsaid()
                    : new Verdict.NotConverged("its output stops before its end");
        }
    }
}
