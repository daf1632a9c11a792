package cairn.campaign.clock;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.quartz.DateBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

/// The real cadence, by Quartz in memory: one durable job per cluster whose trigger is set anew each turn, and one
/// for the heartbeat. Quartz is a clock only; nothing that must survive lives in it.
public final class QuartzCadence implements Cadence {
    private static final String ACTION = "action";

    private final Scheduler quartz;
    private final Semaphore beats = new Semaphore(0);
    private final JobDetail turn;
    private final TriggerKey next = TriggerKey.triggerKey("next-turn");

    /// A cadence of its own, named after the cluster it paces.
    public QuartzCadence(String cluster) {
        try {
            quartz = scheduler("cairn-" + cluster + "-" + System.identityHashCode(this));
            turn = job("turn", beats::release);
            quartz.addJob(turn, true);
            quartz.start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz in memory does not start", e);
        }
    }

    /// A Quartz that asks nothing of the world: in memory, one daemon thread, no look for updates.
    static Scheduler scheduler(String name) throws SchedulerException {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", name);
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.setProperty("org.quartz.threadPool.threadCount", "1");
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        return new StdSchedulerFactory(settings).getScheduler();
    }

    static JobDetail job(String name, Runnable action) {
        JobDataMap data = new JobDataMap();
        data.put(ACTION, action);
        return JobBuilder.newJob(Run.class)
                .withIdentity(name)
                .usingJobData(data)
                .storeDurably()
                .build();
    }

    /// Runs the action that its data holds. Quartz makes it by reflection.
    @DisallowConcurrentExecution
    public static final class Run implements Job {
        /// For Quartz.
        public Run() {}

        @Override
        public void execute(JobExecutionContext context) {
            if (context.getMergedJobDataMap().get(ACTION) instanceof Runnable action) {
                action.run();
            }
        }
    }

    @Override
    public void await(Duration delay) {
        try {
            setTrigger(delay);
            // The trigger is what ends the wait; should Quartz ever fail to fire, the campaign goes on all the same.
            boolean _ = beats.tryAcquire(delay.toMillis() + 1000, TimeUnit.MILLISECONDS);
            beats.drainPermits();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz in memory cannot set a trigger", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void setTrigger(Duration delay) throws SchedulerException {
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(next)
                .forJob(turn)
                .startAt(
                        DateBuilder.futureDate(Math.toIntExact(delay.toMillis()), DateBuilder.IntervalUnit.MILLISECOND))
                .build();
        quartz.unscheduleJob(next);
        quartz.scheduleJob(trigger);
    }

    @Override
    public void wake() {
        beats.release();
    }

    @Override
    public void every(Duration period, Runnable beat) {
        try {
            SimpleScheduleBuilder schedule =
                    SimpleScheduleBuilder.repeatSecondlyForever((int) Math.max(1, period.toSeconds()));
            quartz.scheduleJob(
                    job("every-" + period, beat),
                    TriggerBuilder.newTrigger().withSchedule(schedule).build());
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz in memory cannot set a trigger", e);
        }
    }

    @Override
    public void close() {
        try {
            quartz.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz in memory cannot stop", e);
        }
    }
}
