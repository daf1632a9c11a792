package cairn.campaign.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CadenceTest {
    @Test
    void the_wait_grows_while_nothing_happens_and_is_short_after_a_change() {
        Pace pace = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(4), new Random(1));
        assertThat(pace.next(true)).isBetween(Duration.ofMillis(900), Duration.ofMillis(1100));
        assertThat(pace.next(false)).isBetween(Duration.ofMillis(1350), Duration.ofMillis(1650));
        assertThat(pace.next(false)).isBetween(Duration.ofMillis(2000), Duration.ofMillis(2500));
        assertThat(pace.next(false)).isBetween(Duration.ofMillis(3000), Duration.ofMillis(3800));
        assertThat(pace.next(false)).isBetween(Duration.ofMillis(3600), Duration.ofMillis(4400));
        assertThat(pace.next(true)).isLessThan(Duration.ofMillis(1101));
    }

    @Test
    void quartz_beats_in_the_background_and_ends_a_wait_at_its_time_or_when_woken() {
        try (QuartzCadence cadence = new QuartzCadence("test")) {
            CountDownLatch beaten = new CountDownLatch(2);
            cadence.every(Duration.ofSeconds(1), beaten::countDown);
            cadence.await(Duration.ofMillis(20));
            cadence.wake();
            cadence.await(Duration.ofHours(1));
            assertThat(await(beaten)).isTrue();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            return false;
        }
    }

    @Test
    void a_campaign_is_started_by_the_calendar() {
        CountDownLatch started = new CountDownLatch(1);
        try (CronCampaigns calendar = new CronCampaigns()) {
            calendar.schedule("nightly", "* * * * * ?", started::countDown);
            assertThat(await(started)).isTrue();
        }
        Instant noon = LocalDateTime.parse("2026-11-23T12:00:00")
                .atZone(ZoneId.systemDefault())
                .toInstant();
        assertThat(CronCampaigns.next("0 0 6 * * ?", noon)).contains(noon.plus(Duration.ofHours(18)));
        assertThat(CronCampaigns.next("0 0 6 * * ? 2025", noon)).isEmpty();
        assertThat(CronCampaigns.problem("0 0 6 * * ?")).isEmpty();
        assertThat(CronCampaigns.problem("every day").orElseThrow()).contains("'every day' is not a cron expression");
    }
}
