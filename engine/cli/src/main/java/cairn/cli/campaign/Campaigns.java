package cairn.cli.campaign;

import cairn.campaign.plan.Checked;
import cairn.campaign.plan.Plan;
import cairn.campaign.site.ProfileFile;
import cairn.campaign.yaml.NearestName;
import cairn.campaign.yaml.Problem;
import cairn.cli.engine.CampaignFolder;
import cairn.cli.engine.Console;
import cairn.cli.engine.WorkflowCall;
import cairn.cluster.profile.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what a command is about. An absence has been told to the user already.
final class Campaigns {
    private static final String SUFFIX = ".yaml";

    private Campaigns() {}

    /// The campaign that a workflow and its options name, whether or not it was ever run.
    static Optional<Prepared> prepare(WorkflowCall call, Installation installation, Console console) {
        return switch (check(call, installation)) {
            case Checked.Bad(var problems) -> {
                Assessment.tell(problems, console);
                yield Optional.empty();
            }
            case Checked.Good(var plan, var warnings) ->
                profile(call.cluster(), installation, console)
                        .filter(profile -> fits(plan, profile, console))
                        .map(profile -> prepared(call, plan, warnings, profile))
                        .filter(prepared -> isOurs(prepared, console));
        };
    }

    /// What is wrong with a workflow, for jobs in the environment that the cluster's profile gives them; a profile that
    /// cannot be read gives none, and is told of where it is needed.
    static Checked check(WorkflowCall call, Installation installation) {
        Map<String, String> environment = file(call.cluster(), installation)
                .map(ProfileFile::read)
                .map(Campaigns::environment)
                .orElse(Map.of());
        return Assessment.of(call, environment);
    }

    private static Map<String, String> environment(ProfileFile.Read read) {
        return switch (read) {
            case ProfileFile.Read.Good(var profile) -> profile.preparation().environment();
            case ProfileFile.Read.Bad _ -> Map.of();
        };
    }

    private static Prepared prepared(WorkflowCall call, Plan plan, List<Problem> warnings, Profile profile) {
        Path folder = call.folder().of(plan.name()).toAbsolutePath().normalize();
        return new Prepared(call, plan, warnings, folder, profile);
    }

    /// The campaign in a folder, by what its last run was called with.
    static Optional<Prepared> find(CampaignFolder folder, Installation installation, Console console) {
        return switch (folder.find(Path.of(""), CallFile::isIn)) {
            case CampaignFolder.Found.One(var path) ->
                CallFile.read(path.toAbsolutePath().normalize()).flatMap(call -> prepare(call, installation, console));
            case CampaignFolder.Found.None(var lookedAt) ->
                refuse(console, "there is no campaign in " + lookedAt, "name its folder, or run a workflow first");
            case CampaignFolder.Found.Several(var folders) ->
                refuse(
                        console,
                        "there are several campaigns: "
                                + String.join(
                                        ", ",
                                        folders.stream().map(Path::toString).toList()),
                        "name the folder of one");
        };
    }

    /// A profile by its name in one of the folders, or by the path of its file.
    private static Optional<Profile> profile(String cluster, Installation installation, Console console) {
        Optional<Path> file = file(cluster, installation);
        if (file.isEmpty()) {
            return refuse(console, "there is no cluster '" + cluster + "'", known(cluster, installation));
        }
        return switch (ProfileFile.read(file.get())) {
            case ProfileFile.Read.Good(var profile) -> Optional.of(profile);
            case ProfileFile.Read.Bad(var problems) -> {
                Assessment.tell(problems, console);
                yield Optional.empty();
            }
        };
    }

    private static Optional<Path> file(String cluster, Installation installation) {
        return cluster.endsWith(SUFFIX)
                ? Optional.of(Path.of(cluster))
                : installation.profiles().stream()
                        .map(folder -> folder.resolve(cluster + SUFFIX))
                        .filter(Files::isRegularFile)
                        .findFirst();
    }

    private static String known(String cluster, Installation installation) {
        List<String> names = installation.profiles().stream()
                .flatMap(Campaigns::profileNames)
                .distinct()
                .sorted()
                .toList();
        String own =
                "describe yours in a YAML file in " + installation.profiles().getFirst() + ", or name such a file";
        return NearestName.advice(
                cluster, names, names.isEmpty() ? own : "known are " + String.join(", ", names) + "; " + own);
    }

    private static Stream<String> profileNames(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /// Before anything runs: every step's jobs must have a place to run.
    private static boolean fits(Plan plan, Profile profile, Console console) {
        List<String> objections = plan.steps().stream()
                .flatMap(step -> step.resources().flatMap(profile::objection).stream()
                        .map(objection -> "step " + step.id() + ": " + objection))
                .toList();
        objections.forEach(console::complain);
        return objections.isEmpty();
    }

    /// A folder that holds another workflow's campaign is not overwritten.
    private static boolean isOurs(Prepared prepared, Console console) {
        Optional<String> other = CallFile.campaign(prepared.folder())
                .filter(name -> !name.equals(prepared.plan().name()));
        other.ifPresent(name -> Installation.complain(
                console,
                prepared.folder() + " holds the campaign '" + name + "', not '"
                        + prepared.plan().name() + "'",
                "choose another folder with --dir"));
        return other.isEmpty();
    }

    private static <T> Optional<T> refuse(Console console, String what, String advice) {
        Installation.complain(console, what, advice);
        return Optional.empty();
    }
}
