package cairn.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cairn.cluster.Resources;
import cairn.cluster.script.JobScript;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final Partition SHORT = new Partition("short", Duration.ofHours(1), 48, 190_000, 1);
    private static final Partition BATCH = new Partition("batch", Duration.ofDays(2), 48, 190_000, 8);
    private static final Profile CLUSTER = profile(new Profile.Slurm(List.of(SHORT, BATCH), "science", ""));

    @Test
    void a_job_goes_to_the_first_partition_that_fits() {
        assertThat(CLUSTER.partitionFor(job(48, 1000, Duration.ofHours(1)))).contains(SHORT);
        assertThat(CLUSTER.partitionFor(job(48, 1000, Duration.ofHours(2)))).contains(BATCH);
        assertThat(CLUSTER.partitionFor(job(49, 1000, Duration.ofHours(1)))).contains(BATCH);
        assertThat(CLUSTER.partitionFor(job(1, 190_001, Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void a_job_that_fits_nowhere_is_told_why() {
        assertThat(CLUSTER.objection(job(385, 1000, Duration.ofDays(3))))
                .contains("no partition of site takes 385 cores, 1000 MB and 3-00:00:00 of walltime: "
                        + "short allows 0-01:00:00 of walltime; batch allows 2-00:00:00 of walltime");
        assertThat(CLUSTER.objection(job(1, 1, Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void the_header_says_what_the_job_needs() {
        assertThat(CLUSTER.preparationFor(job(96, 1001, Duration.ofMillis(90_500_001)))
                        .header())
                .containsExactly(
                        "#SBATCH --partition=batch",
                        "#SBATCH --nodes=2",
                        "#SBATCH --ntasks=96",
                        "#SBATCH --mem=501M",
                        "#SBATCH --time=1-01:08:21",
                        "#SBATCH --account=science");
    }

    @Test
    void a_local_machine_has_no_header_and_its_own_limits() {
        Profile local = profile(new Profile.Local(2, 1000));
        assertThat(local.preparationFor(job(2, 1000, Duration.ofHours(1))).header())
                .isEmpty();
        assertThat(local.objection(job(2, 1000, Duration.ofHours(1)))).isEmpty();
        assertThat(local.objection(job(3, 1000, Duration.ofHours(1))))
                .contains("site lends 2 cores and 1000 MB, too little for 3 cores, 1000 MB and 0-01:00:00 of walltime");
    }

    @Test
    void names_that_could_be_more_than_names_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Partition("a\n#SBATCH -p b", Duration.ofHours(1), 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Profile.Slurm(List.of(SHORT), "a b", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Profile.Slurm(List.of(), "", ""));
    }

    private static Resources job(int cores, int memoryMb, Duration walltime) {
        return new Resources(cores, memoryMb, walltime);
    }

    private static Profile profile(Profile.Site site) {
        return new Profile(
                "site", site, Duration.ofSeconds(30), 100, new StopMargin.Usual(), JobScript.Preparation.NONE);
    }
}
