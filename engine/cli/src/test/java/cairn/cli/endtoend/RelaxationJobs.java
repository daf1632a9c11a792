package cairn.cli.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// What all jobs of a campaign's only step, a relaxation called `relaxed`, have left in its folder.
record RelaxationJobs(Path campaign) {
    private Path calculation() {
        return campaign.resolve("calculations/relaxed/relax");
    }

    Path attempt(int number) {
        return calculation().resolve("attempt-" + number);
    }

    int restarts() throws IOException {
        try (Stream<Path> attempts = Files.list(calculation())) {
            return (int) attempts.count() - 1;
        }
    }

    /// How long its only job worked.
    Duration took() throws IOException {
        return Duration.between(
                Files.getLastModifiedTime(attempt(1).resolve("work.json")).toInstant(),
                Files.getLastModifiedTime(attempt(1).resolve("result.json")).toInstant());
    }

    /// By the results.
    int evaluations() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(campaign.resolve("results.json")))
                .required("steps")
                .required("relaxed")
                .required("result")
                .required("force_evaluations")
                .intValue();
    }

    /// How many lines in the outputs of a code, in those of all its runs, begin so.
    int lines(String output, String beginning) {
        return (int) found(output, beginning).count();
    }

    /// The largest number that such lines have for their first group.
    int largest(String output, String beginning) {
        return found(output, beginning)
                .mapToInt(line -> Integer.parseInt(line.group(1)))
                .max()
                .orElseThrow();
    }

    private Stream<MatchResult> found(String output, String beginning) {
        Pattern line = Pattern.compile("^" + beginning, Pattern.MULTILINE);
        return texts(calculation(), output).flatMap(text -> line.matcher(text).results());
    }

    /// Why further jobs were started, by the journal; each reason once.
    List<String> causes() {
        Pattern cause = Pattern.compile("\"cause\":\"([a-z]+)\"");
        return texts(campaign.resolve("journal"), "1.log")
                .flatMap(text -> cause.matcher(text).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static Stream<String> texts(Path folder, String name) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(name)).map(RelaxationJobs::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
