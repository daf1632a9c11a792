package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cluster.real.Await;
import cairn.cluster.real.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LocalCampaignTest {
    @TempDir
    private Path folder;

    private CairnProcess cairn;
    private Ledger ledger;
    private String cluster;

    @BeforeEach
    void a_profile_whose_jobs_sign() throws IOException {
        cairn = new CairnProcess(folder, Map.of());
        ledger = new Ledger(folder.resolve("ledger"));
        cluster = ProfileWithLedger.LOCAL.write(folder, ledger).toString();
    }

    @Test
    void the_first_campaign_finds_the_barrier_on_the_built_in_potential() throws Exception {
        CairnProcess.Ended run = cairn.run("run", FirstCampaign.WORKFLOW);

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        FirstCampaign.assertBarrier(folder);
        assertThat(folder.resolve("campaigns/li-in-silicon/report.html"))
                .content()
                .containsPattern("<td class=\"jobs\">[A-Za-z0-9]");
        assertThat(folder.resolve("campaigns/li-in-silicon/figures/hop.svg")).isNotEmptyFile();
    }

    @Test
    void one_word_moves_it_to_lammps() throws Exception {
        Needs.programs("lmp");

        CairnProcess.Ended run = cairn.run("run", FirstCampaign.WORKFLOW, "--set", "code=lammps");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        FirstCampaign.assertBarrier(folder);
    }

    @Test
    void a_finished_campaign_runs_nothing_again_and_a_changed_setting_only_what_reads_it() throws Exception {
        assertThat(run().status()).isZero();
        byte[] first = Files.readAllBytes(FirstCampaign.results(folder));

        assertThat(run().status()).isZero();
        ledger.assertEachRanOnce();
        assertThat(Files.readAllBytes(FirstCampaign.results(folder))).isEqualTo(first);

        assertThat(run("--set", "steps.hop.fmax=0.02").status()).isZero();
        assertThat(ledger.tokens()).hasSize(5);
        assertThat(ledger.tokens().getLast()).contains("hop-band").endsWith(".2");
        assertThat(cairn.run("why", "hop").out()).contains("file work.json changed");
    }

    private CairnProcess.Ended run(String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("run", FirstCampaign.WORKFLOW, "--cluster", cluster));
        arguments.addAll(List.of(more));
        return cairn.run(arguments.toArray(String[]::new));
    }

    @Test
    void killed_at_fifty_random_instants_it_goes_on_and_runs_nothing_twice() throws Exception {
        assertThat(cairn.run("run", FirstCampaign.WORKFLOW).status()).isZero();
        byte[] undisturbed = Files.readAllBytes(FirstCampaign.results(folder));

        new KilledEngine(cairn, ProfileWithLedger.LOCAL, 2500, KilledEngine.Load.FIRST_CAMPAIGN)
                .assertUnharmed(50, undisturbed);
    }

    @Test
    void ctrl_c_detaches_and_the_same_command_goes_on() throws Exception {
        Path gate = folder.resolve("gate");
        Process engine = startWithJobsThatWaitFor(gate);
        new ProcessBuilder("kill", "-INT", Long.toString(engine.pid())).start().waitFor();
        assertThat(engine.waitFor()).isEqualTo(130);
        assertThat(cairn.said()).contains("detached; jobs go on");

        Files.createFile(gate);
        assertThat(run().status()).isZero();
        ledger.assertEachRanOnce();
    }

    /// Returns when the first job has signed; none ends before the gate is there.
    private Process startWithJobsThatWaitFor(Path gate) throws IOException {
        cluster = ProfileWithLedger.LOCAL.write(folder, ledger, gate).toString();
        Process engine = cairn.start("run", FirstCampaign.WORKFLOW, "--cluster", cluster);
        Await.until(this::jobsSigned, count -> count > 0);
        return engine;
    }

    private int jobsSigned() {
        try {
            return ledger.tokens().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_damaged_journal_is_the_worlds_trouble_and_is_named_by_file_and_line() throws Exception {
        String one = folder.resolve("one.yaml").toString();
        Files.writeString(
                Path.of(one), """
                cairn: 1
                name: one
                code: builtin/meam-lisi
                structures: {silicon: %s}
                steps: {only: {energy: silicon}}
                """.formatted(CairnProcess.ROOT.resolve("workflows/li-in-silicon/structures/Si.cif")));
        assertThat(cairn.run("run", one).status()).isZero();
        Path journal = folder.resolve("campaigns/one/journal/1.log");
        byte[] bytes = Files.readAllBytes(journal);
        int line = 3;
        bytes[startOf(line, bytes) + 20] ^= 0x01;
        Files.write(journal, bytes);

        for (String[] command : List.of(new String[] {"run", one}, new String[] {"status", "campaigns/one"})) {
            CairnProcess.Ended ended = cairn.run(command);
            assertThat(ended.status()).as(ended.err()).isEqualTo(3);
            assertThat(ended.err().lines())
                    .singleElement()
                    .asString()
                    .contains("campaigns/one/journal/1.log, line " + line + ": the record is damaged")
                    .endsWith("restore the file from a backup");
        }
        assertThat(journal).hasBinaryContent(bytes);
    }

    private static int startOf(int line, byte[] bytes) {
        int at = 0;
        for (int ends = 0; ends < line - 1; at++) {
            ends += bytes[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    @Test
    void cancelled_jobs_end_and_a_further_run_begins_them_anew() throws Exception {
        Path gate = folder.resolve("gate");
        Process engine = startWithJobsThatWaitFor(gate);
        assertThat(cairn.run("cancel").status()).isZero();
        assertThat(engine.waitFor()).isIn(0, 1);

        Files.createFile(gate);
        assertThat(run().status()).isZero();
        FirstCampaign.assertBarrier(folder);
    }
}
