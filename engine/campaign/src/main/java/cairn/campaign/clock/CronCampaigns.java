package cairn.campaign.clock;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.quartz.CronExpression;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;

/// Campaigns started by the calendar: a run that is missed while the machine sleeps is caught up once, and a run that
/// still goes on is not started a second time.
public final class CronCampaigns implements AutoCloseable {
    private final Scheduler quartz;

    /// A calendar without campaigns.
    public CronCampaigns() {
        try {
            quartz = QuartzCadence.scheduler("cairn-cron-" + System.identityHashCode(this));
            quartz.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz in memory does not start", e);
        }
    }

    /// What is wrong with a cron expression (seconds first: `0 0 6 * * ?` is six o'clock), if anything.
    public static Optional<String> problem(String expression) {
        try {
            CronExpression.validateExpression(expression);
            return Optional.empty();
        } catch (ParseException e) {
            return Optional.of("'" + expression + "' is not a cron expression: " + e.getMessage());
        }
    }

    /// The first time after `now` that the expression names, in the machine's own time zone; none when it names only
    /// times that are past.
    public static Optional<Instant> next(String expression, Instant now) {
        try {
            return Optional.ofNullable(new CronExpression(expression).getNextValidTimeAfter(Date.from(now)))
                    .map(Date::toInstant);
        } catch (ParseException e) {
            throw new IllegalArgumentException("not checked before: " + expression, e);
        }
    }

    /// Starts `run` whenever the expression says so.
    public void schedule(String campaign, String expression, Runnable run) {
        JobDetail job = QuartzCadence.job(campaign, run);
        CronScheduleBuilder when =
                CronScheduleBuilder.cronSchedule(expression).withMisfireHandlingInstructionFireAndProceed();
        try {
            quartz.scheduleJob(
                    job,
                    TriggerBuilder.newTrigger()
                            .withIdentity(campaign)
                            .withSchedule(when)
                            .build());
        } catch (SchedulerException e) {
            throw new IllegalStateException("campaign " + campaign + " is scheduled already", e);
        }
    }

    @Override
    public void close() {
        try {
            quartz.shutdown(false);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz in memory cannot stop", e);
        }
    }
}
