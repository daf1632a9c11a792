package cairn.cluster.local;

import cairn.cluster.JobId;
import cairn.cluster.shell.Shell;
import java.nio.file.Path;

/// The script around a job on this machine: records who it is, runs the job's own script, records how it ended.
///
/// Its parent is timeout(1), the leader of the process group, whose process id and start time are the job's identity.
/// The record is a link, made once: of two launches of one job the second one goes. Files in the job's spool folder:
///
///     process      PID START_TICKS BOOT_ID SECONDS
///     terminated   when a TERM came, in seconds since 1970
///     exit         exit code of the job's script, or `vanished`
///     cancelled    written by the scheduler before it sends the TERM
final class RunScript {
    private static final String BODY = """
            read_stat() {
                [ -r "/proc/$PPID/stat" ] || { echo none; return; }
                stat=$(cat "/proc/$PPID/stat")
                # The command's name, in parentheses, may hold blanks; field 22 of the line is the 20th after it.
                echo "${stat##*) }" | cut -d' ' -f20
            }
            boot=$(cat /proc/sys/kernel/random/boot_id 2>/dev/null || echo none)
            note=$spool/process.$$
            echo "$PPID $(read_stat) $boot $(date +%s)" >"$note"
            if ! ln "$note" "$spool/process" 2>/dev/null; then
                rm -f "$note"
                [ ! -p "$spool/recorded" ] || echo taken 1<>"$spool/recorded"
                exit 0
            fi
            rm -f "$note"
            [ ! -p "$spool/recorded" ] || echo recorded 1<>"$spool/recorded"
            exec >"$spool/out.txt" 2>&1
            unset SLURM_JOB_ID SLURM_RESTART_COUNT SLURM_JOB_END_TIME PBS_WALLTIME
            trap 'date +%s >"$spool/terminated"; interrupted=yes' TERM
            IFS= read -r shell <"$script"
            "${shell#??}" "$script" &
            child=$!
            code=
            while :; do
                interrupted=no
                wait "$child"
                answer=$?
                if [ "$answer" -ne 127 ] || [ -z "$code" ]; then code=$answer; fi
                [ "$interrupted" = yes ] || break
            done
            echo "$code" >"$spool/exit.tmp"
            sync "$spool/exit.tmp" 2>/dev/null
            mv "$spool/exit.tmp" "$spool/exit"
            """;

    private RunScript() {}

    static String render(Path spool, JobId id, Path script) {
        return "umask 077\nspool=" + Shell.quote(spool.toString()) + "\nscript=" + Shell.quote(script.toString())
                + "\nexport CAIRN_JOB_ID=" + Shell.quote(id.value()) + "\n" + BODY;
    }
}
