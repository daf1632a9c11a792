package cairn.campaign.site;

import cairn.campaign.shape.Key;
import cairn.campaign.shape.MappingShape;
import cairn.campaign.shape.Named;
import cairn.campaign.shape.Quantities;
import cairn.campaign.shape.Reading;
import cairn.campaign.shape.Said;
import cairn.campaign.shape.Shape;
import cairn.campaign.shape.Shapes;
import cairn.campaign.yaml.Location;
import cairn.campaign.yaml.Problem;
import cairn.campaign.yaml.Problems;
import cairn.campaign.yaml.YamlReader;
import cairn.cluster.profile.Partition;
import cairn.cluster.profile.Profile;
import cairn.cluster.profile.StopMargin;
import cairn.cluster.script.JobScript;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A cluster profile, one YAML file.
public final class ProfileFile {
    private static final int MANY = 1_000_000;
    private static final int MOST_MEMORY_MB = 1 << 30;

    private enum Kind {
        LOCAL,
        SLURM
    }

    private static final Key.Required<String> NAME = Key.required("name", Shapes.text(), "what the profile is called");
    private static final Key.Required<Kind> SCHEDULER =
            Key.required("scheduler", Shapes.choice(Kind.class), "who runs the jobs");
    private static final Key.Optional<Integer> CORES =
            Key.optional("cores", Shapes.integer(1, MANY), "cores lent to jobs; local, default all");
    private static final Key.Optional<Integer> MEMORY_MB = Key.optional(
            "memory_mb", Shapes.integer(1, MOST_MEMORY_MB), "memory lent to jobs in MB; local, default most of it");
    private static final Key.Defaulted<String> ACCOUNT =
            Key.defaulted("account", Shapes.text(), "", "account to charge; slurm");
    private static final Key.Defaulted<String> QOS =
            Key.defaulted("qos", Shapes.text(), "", "quality of service; slurm");
    private static final Key.Optional<Duration> POLL_INTERVAL =
            Key.optional("poll_interval", Quantities.duration(), "longest wait between two look-ups of a campaign");
    private static final Key.Defaulted<Integer> MAX_QUEUED_JOBS = Key.defaulted(
            "max_queued_jobs", Shapes.integer(1, MANY), 500, "jobs of one campaign that may wait or run at a time");
    private static final Key.Optional<Duration> STOP_MARGIN = Key.optional(
            "stop_margin",
            Quantities.duration(),
            "how long before the end of its walltime a job begins to save and stop; usual are a minute or a twentieth of"
                    + " the walltime, at most a third");
    private static final Key.Defaulted<String> SHELL =
            Key.defaulted("shell", Shapes.text(), "/bin/sh", "the shell of a job's script");
    private static final Key.Optional<List<Named<String>>> ENVIRONMENT = Key.optional(
            "environment",
            Named.mapping("[A-Za-z_][A-Za-z0-9_]*", "the name of a variable", Shapes.text()),
            "environment of every job");
    private static final Key.Defaulted<List<String>> PRELUDE =
            Key.defaulted("prelude", Shapes.list(Shapes.text()), List.of(), "raw lines before the command");
    private static final Key.Defaulted<List<String>> MODULES =
            Key.defaulted("modules", Shapes.list(Shapes.text()), List.of(), "modules to load");
    private static final Key.Defaulted<List<String>> LAUNCHER =
            Key.defaulted("launcher", Shapes.list(Shapes.text()), List.of(), "words before a parallel command");
    private static final Key.Defaulted<List<Partition>> PARTITIONS = Key.defaulted(
            "partitions", Shapes.list(partitionShape()), List.of(), "partitions, the preferred one first; slurm");

    private static final MappingShape PROFILE = MappingShape.of(
            "a profile",
            List.of(
                    NAME,
                    SCHEDULER,
                    CORES,
                    MEMORY_MB,
                    PARTITIONS,
                    ACCOUNT,
                    QOS,
                    POLL_INTERVAL,
                    MAX_QUEUED_JOBS,
                    STOP_MARGIN,
                    SHELL,
                    ENVIRONMENT,
                    PRELUDE,
                    MODULES,
                    LAUNCHER));

    private ProfileFile() {}

    /// What reading came to.
    public sealed interface Read {
        record Good(Profile profile) implements Read {}

        record Bad(List<Problem> problems) implements Read {}
    }

    /// The profile in a file, or all that is wrong with it.
    public static Read read(Path file) {
        Problems problems = new Problems();
        Optional<Profile> profile = YamlReader.read(file, problems)
                .flatMap(node -> PROFILE.read(node, new Reading(problems, "a profile")))
                .flatMap(said -> checked(said.at(), problems, () -> profile(said)));
        return profile.isPresent() && !problems.anyBlocks()
                ? new Read.Good(profile.get())
                : new Read.Bad(problems.sorted());
    }

    private static Profile profile(Said said) {
        return new Profile(
                said.get(NAME),
                site(said),
                said.find(POLL_INTERVAL).orElse(defaultInterval(said.get(SCHEDULER))),
                said.get(MAX_QUEUED_JOBS),
                said.find(STOP_MARGIN).<StopMargin>map(StopMargin.Of::new).orElseGet(StopMargin.Usual::new),
                preparation(said));
    }

    /// Nobody waits long for the machine before them; a login node is shared.
    private static Duration defaultInterval(Kind scheduler) {
        return switch (scheduler) {
            case LOCAL -> Duration.ofSeconds(1);
            case SLURM -> Duration.ofSeconds(15);
        };
    }

    private static Profile.Site site(Said said) {
        return switch (said.get(SCHEDULER)) {
            case LOCAL ->
                new Profile.Local(
                        said.find(CORES).orElseGet(ThisMachine::cores),
                        said.find(MEMORY_MB).orElseGet(ThisMachine::memoryMb));
            case SLURM -> new Profile.Slurm(said.get(PARTITIONS), said.get(ACCOUNT), said.get(QOS));
        };
    }

    private static JobScript.Preparation preparation(Said said) {
        SortedMap<String, String> environment = new TreeMap<>();
        said.find(ENVIRONMENT).orElse(List.of()).forEach(each -> environment.put(each.name(), each.value()));
        return new JobScript.Preparation(
                said.get(SHELL), List.of(), environment, said.get(PRELUDE), said.get(MODULES), said.get(LAUNCHER));
    }

    private static Shape<Partition> partitionShape() {
        Key.Required<String> name = Key.required("name", Shapes.text(), "as sinfo shows it");
        Key.Required<Duration> walltime = Key.required("max_walltime", Quantities.duration(), "longest walltime");
        Key.Required<Integer> cores = Key.required("cores_per_node", Shapes.integer(1, MANY), "cores of a node");
        Key.Required<Integer> memory =
                Key.required("memory_per_node_mb", Shapes.integer(1, MOST_MEMORY_MB), "memory of a node in MB");
        Key.Defaulted<Integer> nodes = Key.defaulted("max_nodes", Shapes.integer(1, MANY), 1, "most nodes of a job");
        MappingShape keys = MappingShape.of("a partition", List.of(name, walltime, cores, memory, nodes));
        Shapes.Decoder<Partition> decoder = (node, reading) -> keys.read(node, reading)
                .flatMap(said -> checked(
                        said.at(),
                        reading.problems(),
                        () -> new Partition(
                                said.get(name),
                                said.get(walltime),
                                said.get(cores),
                                said.get(memory),
                                said.get(nodes))));
        return Shapes.of(decoder, keys::schema);
    }

    private interface Making<T> {
        T make();
    }

    /// A record that refuses its values says why in words for the user.
    private static <T> Optional<T> checked(Location at, Problems problems, Making<T> making) {
        try {
            return Optional.of(making.make());
        } catch (IllegalArgumentException e) {
            problems.add(at, String.valueOf(e.getMessage()), "");
            return Optional.empty();
        }
    }
}
