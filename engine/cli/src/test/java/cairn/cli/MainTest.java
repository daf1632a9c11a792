package cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.step.StepId;
import cairn.cli.campaign.CampaignEngine;
import cairn.cli.campaign.Installation;
import cairn.cli.command.CairnCommand;
import cairn.cli.engine.BandCall;
import cairn.cli.engine.CampaignFolder;
import cairn.cli.engine.Console;
import cairn.cli.engine.Exit;
import cairn.cli.engine.WorkflowCall;
import cairn.cli.progress.Terminal;
import cairn.codes.bands.ImageCount;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("it sets a property of the JVM")
class MainTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final RecordingEngine engine = new RecordingEngine();

    @Test
    void the_version_is_that_of_the_build() throws IOException {
        String pom = Files.readString(Path.of(System.getProperty("cairn.root"), "pom.xml"));

        assertThat(run("--version")).isZero();

        String version = out.toString().strip().substring("cairn ".length());
        assertThat(pom).contains("<artifactId>cairn</artifactId>\n  <version>" + version + "</version>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "plan", "run"})
    void a_workflow_is_passed_on_with_its_folder_cluster_and_settings(String command) {
        run(command, "w.yaml", "--dir", "d", "--cluster", "big", "--set", "a.b=c=d", "--set", "code=lammps");

        assertThat(engine.calls())
                .containsExactly(command + " "
                        + new WorkflowCall(
                                Path.of("w.yaml"),
                                new CampaignFolder.At(Path.of("d")),
                                "big",
                                new TreeMap<>(Map.of("a.b", "c=d", "code", "lammps"))));
    }

    @Test
    void a_workflow_runs_on_this_machine_and_in_the_default_folder_unless_said_otherwise() {
        run("run", "w.yaml");

        assertThat(engine.calls())
                .containsExactly(
                        "run " + new WorkflowCall(Path.of("w.yaml"), new CampaignFolder.Unsaid(), "local", Map.of()));
    }

    @Test
    void a_campaign_is_run_by_the_calendar() {
        run("run", "w.yaml", "--cron", "0 0 6 * * ?");

        assertThat(engine.calls())
                .containsExactly("run at 0 0 6 * * ? "
                        + new WorkflowCall(Path.of("w.yaml"), new CampaignFolder.Unsaid(), "local", Map.of()));
    }

    @Test
    void a_band_is_read_with_what_the_user_says_of_it() {
        run("band", "runs/hop", "--images", "7", "--fmax", "0.02", "--out", "figures");
        run("band", "runs/hop");

        assertThat(engine.calls())
                .containsExactly(
                        "band "
                                + new BandCall(
                                        Path.of("runs/hop"),
                                        new ImageCount.Of(7),
                                        0.02,
                                        new BandCall.Destination.Folder(Path.of("figures"))),
                        "band "
                                + new BandCall(
                                        Path.of("runs/hop"),
                                        new ImageCount.Unsaid(),
                                        0.05,
                                        new BandCall.Destination.Nowhere()));
    }

    @ParameterizedTest
    @CsvSource({"--images,2,at least one image between", "--fmax,0,must be a positive number"})
    void a_band_that_cannot_be_is_refused(String option, String value, String why) {
        assertThat(run("band", "runs/hop", option, value)).isEqualTo(2);

        assertThat(err.toString()).contains(why);
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void outputs_are_parsed_in_the_order_in_which_they_are_named() {
        run("parse", "b.out", "a.out", "--json");

        assertThat(engine.calls()).containsExactly("parse [b.out, a.out]");
        assertThat(engine.formats()).containsExactly(Console.Format.JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "report", "cancel"})
    void a_campaign_is_named_by_argument_by_option_or_not_at_all(String command) {
        run(command, "d");
        run(command, "--dir", "d");
        run(command);

        assertThat(engine.calls())
                .containsExactly(
                        command + " " + new CampaignFolder.At(Path.of("d")),
                        command + " " + new CampaignFolder.At(Path.of("d")),
                        command + " " + new CampaignFolder.Unsaid());
    }

    @ParameterizedTest
    @ValueSource(strings = {"why", "logs"})
    void a_step_is_named_with_the_folder_of_its_campaign(String command) {
        run(command, "relaxed[phase=LiSi]", "--dir", "d");

        assertThat(engine.calls())
                .containsExactly(
                        command + " " + new CampaignFolder.At(Path.of("d")) + " " + new StepId("relaxed[phase=LiSi]"));
    }

    @Test
    void json_is_asked_of_the_console() {
        run("status", "--json");
        run("status");

        assertThat(engine.formats()).containsExactly(Console.Format.JSON, Console.Format.TEXT);
    }

    @Test
    void a_job_computes_in_its_attempt_directory() {
        run("work", "attempt");

        assertThat(engine.calls()).containsExactly("work attempt");
    }

    @ParameterizedTest
    @EnumSource(Exit.class)
    void the_exit_of_the_engine_is_the_exit_status(Exit exit) {
        engine.answerWith(exit);

        assertThat(run("schema")).isEqualTo(exit.status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chekc w.yaml | cairn: unknown command 'chekc', did you mean 'check'?; see 'cairn --help'",
                "plan w.yaml --clutser big | cairn: unknown option '--clutser', did you mean '--cluster'?; see 'cairn plan --help'",
                "run a.yaml b.yaml | cairn: unexpected argument 'b.yaml'; see 'cairn run --help'",
                "why | cairn: Missing required parameter: 'STEP'; see 'cairn why --help'",
                "run w.yaml --set x | cairn: Value for option '--set' (KEY=VALUE) should be in KEY=VALUE format but was x; see 'cairn run --help'",
            })
    void a_wrong_call_is_explained_in_one_line_and_starts_nothing(String call, String message) {
        assertThat(run(call.split(" "))).isEqualTo(2);

        assertThat(err.toString()).isEqualTo(message + System.lineSeparator());
        assertThat(out.toString()).isEmpty();
        assertThat(engine.calls()).isEmpty();
    }

    @Test
    void a_step_name_that_cannot_be_one_is_explained() {
        assertThat(run("why", " ")).isEqualTo(2);

        assertThat(err.toString()).contains("' ' is not a step name").doesNotContain("Exception");
    }

    @Test
    void an_unknown_command_like_no_other_brings_the_list() {
        run("zzzzzz");

        assertThat(err.toString())
                .contains("known: check, plan, run, status, why, report, band, parse, cancel, logs, schema")
                .doesNotContain("work");
    }

    @Test
    void a_fault_of_ours_is_one_line_and_its_trace_is_in_a_file() throws IOException {
        engine.failWith(new IllegalStateException("the fold is torn"));

        assertThat(run("status")).isEqualTo(70);

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("fault of Cairn").contains("the fold is torn");
        assertThat(traceFile()).content().contains("IllegalStateException: the fold is torn", "at cairn.cli.MainTest");
        Files.delete(traceFile());
    }

    @Test
    void a_file_that_fails_is_the_worlds_trouble() throws IOException {
        engine.failWith(new UncheckedIOException("cannot read x", new NoSuchFileException("x")));

        assertThat(run("status")).isEqualTo(3);

        assertThat(err.toString()).contains("cannot read x (NoSuchFileException). Nothing is lost");
        Files.delete(traceFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "plan", "run"})
    void an_algebra_that_does_not_exist_is_the_users_mistake_and_is_said_in_one_line(String command) {
        Path root = Path.of(System.getProperty("cairn.root"));
        Path workflow = root.resolve("workflows/li-in-silicon/workflow.yaml");
        Installation installation = Installation.of(root, folder, List.of("cairn"), CairnCommand.VERSION);
        System.setProperty("cairn.algebra", "nonsense");
        try {
            assertThat(Main.run(new CampaignEngine(installation), console(), command, workflow.toString()))
                    .isEqualTo(2);
        } finally {
            System.clearProperty("cairn.algebra");
        }
        assertThat(err.toString())
                .isEqualTo("cairn: CAIRN_ALGEBRA is 'nonsense', but can be java or native only, or be left out"
                        + System.lineSeparator());
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void without_a_command_the_help_is_shown() {
        assertThat(run()).isZero();

        assertThat(out.toString()).contains("Exit status:").doesNotContain("Compute inside a job");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"check", "plan", "run", "status", "why", "report", "band", "parse", "cancel", "logs", "schema"})
    void the_help_of_every_command_has_an_example(String command) {
        assertThat(run(command, "--help")).isZero();

        assertThat(out.toString()).contains("Example:", "  cairn " + command);
    }

    private Path traceFile() {
        String message = err.toString().strip();
        return Path.of(message.substring(message.indexOf("Details: ") + "Details: ".length()));
    }

    private int run(String... arguments) {
        return Main.run(engine, console(), arguments);
    }

    private Console console() {
        return new Console(new PrintWriter(out), new PrintWriter(err), new Terminal.None(), Console.Format.TEXT);
    }
}
