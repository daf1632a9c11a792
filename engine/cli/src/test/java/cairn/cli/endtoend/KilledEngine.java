package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// An engine that is killed (SIGKILL) at random instants of a campaign and started again by the same command, until
/// the campaign is done; campaign after campaign, until it was killed often enough.
record KilledEngine(CairnProcess cairn, ProfileWithLedger profile, int longestLifeMs) {
    private static final long LIMIT_MINUTES = 5;

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
            ledger.assertEachRanOnce();
        }
    }

    /// Returns how often it was killed.
    private int killUntilDone(String campaign, String cluster, Random random, int most) throws Exception {
        for (int kills = 0; true; kills++) {
            Process engine = cairn.start("run", FirstCampaign.WORKFLOW, "--dir", campaign, "--cluster", cluster);
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
