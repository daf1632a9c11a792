package cairn.codes.bands.lammps;

import cairn.codes.bands.BandFolder;
import cairn.codes.bands.BandReader;
import cairn.codes.bands.ImageCount;
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
import cairn.structure.band.RecordedPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Bands of the `neb` command of LAMMPS: energies and distances from `log.lammps`, the input from `log.lammps.0`, and
/// atoms and forces from whatever dumps each replica wrote.
///
/// What `fix neb` dumps as forces are those that move the band: along the path only the springs are in them. The true
/// ones are there if the input ends with `unfix`, `run 0` and `write_dump`.
public final class LammpsBands implements BandReader {
    /// Files that lie beside the log and are not worth a look.
    private static final Pattern OTHERS = Pattern.compile(".*\\.(data|in|traj|gz|restart|eam|alloy|fs|py|dump)");
    /// Energies of the same step agree to this, relative to their size: the table has eight digits.
    private static final double EIGHT_DIGITS = 1e-7;

    @Override
    public String recognises() {
        return "LAMMPS neb (log.lammps)";
    }

    @Override
    public Optional<BandRecord> read(BandFolder folder, ImageCount images) {
        return log(folder).map(name -> new Reader(folder, name).record());
    }

    private static Optional<String> log(BandFolder folder) {
        return folder.candidates(name -> !OTHERS.matcher(name).matches()).stream()
                .filter(name -> NebLog.isOne(folder.head(name)))
                .max(Comparator.<String, Boolean>comparing("log.lammps"::equals)
                        .thenComparingLong(folder::lastWritten));
    }

    private static final class Reader {
        private final BandFolder folder;
        private final String name;
        private final NebLog log;
        private final List<Gap> gaps = new ArrayList<>();
        private final List<Optional<ReplicaLog>> replicas;
        private final LammpsUnits units;

        Reader(BandFolder folder, String name) {
            this.folder = folder;
            this.name = name;
            this.log = NebLog.of(folder.lines(name));
            if (!log.hasReplicas()) {
                throw folder.problem(
                        name,
                        "the log has no line with the energies of all replicas",
                        log.hasRow() ? "run again without 'print terse'" : "wait until the first step is done");
            }
            this.replicas = IntStream.range(0, log.replicas())
                    .mapToObj(this::replicaLog)
                    .toList();
            this.units = units();
        }

        private Optional<ReplicaLog> replicaLog(int replica) {
            String file = (name.startsWith("log.") ? name : "log.lammps") + "." + replica;
            return folder.has(file) ? Optional.of(new ReplicaLog(folder.lines(file))) : Optional.empty();
        }

        private LammpsUnits units() {
            Optional<String> said = replicas.getFirst().flatMap(ReplicaLog::units);
            if (said.isEmpty()) {
                gaps.add(new Gap(
                        "log.lammps.0 is missing or says no units, so energies are taken to be in eV (units metal)",
                        "put the logs of the replicas into the folder"));
                return LammpsUnits.METAL;
            }
            return LammpsUnits.named(said.get())
                    .orElseThrow(() -> folder.problem(
                            name,
                            "the run has units " + said.get() + ", whose energies are no eV",
                            "only metal, real and electron can be read"));
        }

        BandRecord record() {
            Optional<DumpGroups.Group> dumps = new DumpGroups(folder, log.replicas()).best();
            List<RecordedImage> images = dumps.map(this::images).orElseGet(this::imagesWithoutAtoms);
            String version = log.version().isEmpty() ? Provenance.UNKNOWN_VERSION : log.version();
            return new BandRecord(new Provenance("LAMMPS", version, folder.filesRead()), images, says(), gaps);
        }

        private List<RecordedImage> imagesWithoutAtoms() {
            gaps.add(new Gap(
                    "there is no dump of each replica, so atoms and forces are unknown and distances are LAMMPS's own",
                    "add to the input: dump d all custom 1000 dump.neb.$u id type x y z fx fy fz"));
            double length = log.column("RDT") * units.length();
            return IntStream.range(0, log.replicas())
                    .mapToObj(i -> new RecordedImage(
                            new RecordedPlace.Along(length * log.fraction(i)), energy(i), new RecordedForces.Unknown()))
                    .toList();
        }

        private List<RecordedImage> images(DumpGroups.Group dumps) {
            if (dumps.step() != log.step()) {
                gaps.add(new Gap(
                        "the dumps are of step " + dumps.step() + ", the energies of step " + log.step(),
                        "write a dump at the end: write_dump all custom final.$u id type x y z fx fy fz"));
            }
            DumpStructures structures =
                    new DumpStructures(replicas.getFirst().orElse(new ReplicaLog(List.of())), units, gaps);
            ForceKind kind = forceKind(dumps);
            return IntStream.range(0, log.replicas())
                    .mapToObj(i -> new RecordedImage(
                            structures.structure(dumps.frames().get(i)),
                            energy(i),
                            forces(i, dumps.frames().get(i), structures, kind)))
                    .toList();
        }

        /// What the forces of the dumps are: in the interior, and at the two ends.
        private record ForceKind(boolean areTrue, boolean interiorKnown, boolean endsKnown) {}

        private ForceKind forceKind(DumpGroups.Group dumps) {
            boolean sameStep = dumps.step() == log.step();
            Optional<ReplicaLog> first = replicas.getFirst();
            boolean areTrue = first.isPresent() && first.get().wroteTrueForces(dumps.firstFile());
            boolean across = first.isEmpty() || first.get().hasOption("perp");
            boolean freeEnds = first.isEmpty() || first.get().hasOption("end");
            if (!dumps.frames().getFirst().hasForces()) {
                gaps.add(new Gap("the dumps have no forces", "dump the columns id type x y z fx fy fz"));
                return new ForceKind(false, false, false);
            }
            if (!areTrue) {
                gaps.add(new Gap(
                        "the dumped forces are those that move the band: along the path they hold the springs only",
                        "for true forces end the input with: unfix (of fix neb), run 0, write_dump all custom "
                                + "final.$u id type x y z fx fy fz"));
            }
            return new ForceKind(areTrue, sameStep && (areTrue || !across), sameStep && (areTrue || !freeEnds));
        }

        private RecordedForces forces(int replica, DumpFrame frame, DumpStructures structures, ForceKind kind) {
            boolean end = replica == 0 || replica == log.replicas() - 1;
            if (end ? !kind.endsKnown() : !kind.interiorKnown()) {
                return new RecordedForces.Unknown();
            }
            return kind.areTrue() || end
                    ? new RecordedForces.True(structures.forces(frame))
                    : new RecordedForces.Nudged(structures.forces(frame));
        }

        /// From the replica's own log, which has more digits, if it tells of the same step.
        private RecordedEnergy energy(int replica) {
            double table = log.energy(replica);
            OptionalDouble fine = replicas.get(replica).map(ReplicaLog::energy).orElse(OptionalDouble.empty());
            double energy = fine.isPresent() && Math.abs(fine.getAsDouble() - table) < EIGHT_DIGITS * Math.abs(table)
                    ? fine.getAsDouble()
                    : table;
            return new RecordedEnergy.Free(energy * units.energy());
        }

        private CodeSays says() {
            double forward = log.column("EBF") * units.energy();
            double reverse = log.column("EBR") * units.energy();
            return new CodeSays(
                    log.climbing() > 0 ? new Climbing.Image(log.climbing() - 1) : new Climbing.None(),
                    Double.isFinite(forward) && Double.isFinite(reverse)
                            ? new Barrier.Printed(forward, reverse, name)
                            : new Barrier.Unsaid(),
                    verdict());
        }

        private Verdict verdict() {
            Optional<String> criterion = replicas.getFirst().flatMap(ReplicaLog::criterion);
            if (criterion.isEmpty()) {
                return new Verdict.Unsaid();
            }
            boolean converged = criterion.get().contains("tolerance") && log.climbing() > 0;
            return converged ? new Verdict.Converged(criterion.get()) : new Verdict.NotConverged(criterion.get());
        }
    }
}
