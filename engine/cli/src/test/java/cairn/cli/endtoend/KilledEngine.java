package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// An engine that is killed (SIGKILL) at random instants of a campaign and started again by the same command, until
/// the campaign is done; campaign after campaign, until it was killed often enough.
record KilledEngine(CairnProcess cairn, ProfileWithLedger profile, int longestLifeMs, Load load) {
    private static final long LIMIT_MINUTES = 5;

    /// What it drives: a workflow with some settings changed (`steps.hop.fmax=0.05`), and how many jobs that takes.
    record Load(String workflow, List<String> settings, int jobs) {
        static final Load FIRST_CAMPAIGN = new Load(List.of(), 4);

        /// Of the first campaign.
        Load(List<String> settings, int jobs) {
            this(FirstCampaign.WORKFLOW, settings, jobs);
        }

        List<String> options() {
            return settings.stream()
                    .flatMap(setting -> Stream.of("--set", setting))
                    .toList();
        }
    }

    /// Every campaign must come to these results, byte by byte, and run each calculation once.
    void assertUnharmed(int kills, byte[] undisturbed) throws Exception {
        Random random = new Random(20261123);
        int done = 0;
        for (int round = 0; done < kills; round++) {
            String campaign = "killed-" + round;
            Ledger ledger = new Ledger(cairn.folder().resolve(campaign + ".ledger"));
            String cluster = profile.write(cairn.folder(), ledger).toString();
            done += killUntilDone(campaign, cluster, random, kills - done);
            Path results = cairn.folder().resolve(campaign).resolve("results.json");
            assertThat(Files.readAllBytes(results)).as(campaign).isEqualTo(undisturbed);
            ledger.assertEachRanOnce(load.jobs());
        }
    }

    private String[] arguments(String campaign, String cluster) {
        List<String> arguments =
                new ArrayList<>(List.of("run", load.workflow(), "--dir", campaign, "--cluster", cluster));
        arguments.addAll(load.options());
        return arguments.toArray(String[]::new);
    }

    /// Returns how often it was killed.
    private int killUntilDone(String campaign, String cluster, Random random, int most) throws Exception {
        for (int kills = 0; true; kills++) {
            Process engine = cairn.start(arguments(campaign, cluster));
            boolean isOver = kills == most
                    ? engine.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)
                    : engine.waitFor(100 + random.nextInt(longestLifeMs), TimeUnit.MILLISECONDS);
            if (isOver) {
                assertThat(engine.exitValue()).as(cairn.said()).isZero();
                return kills;
            }
            engine.destroyForcibly().waitFor();
        }
    }
}
