package cairn.cluster.fake;

import cairn.cluster.JobId;
import cairn.cluster.JobRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/// A job on the fake scheduler that keeps the protocol of the real script: it claims its directory, leaves what its
/// [Command] makes, and then the sentinel. One that finds the directory claimed leaves a note and goes.
public final class FakeJob implements FakeScheduler.Body {
    /// What the command makes of its attempt directory: its exit code and its output files by name.
    @FunctionalInterface
    public interface Command {
        Made make(JobRequest request);
    }

    public record Made(int exit, Map<String, byte[]> files) {
        public Made {
            files = Map.copyOf(files);
        }
    }

    private final FakeTransport transport;
    private final InstantSource clock;
    private final Command command;

    public FakeJob(FakeTransport transport, InstantSource clock, Command command) {
        this.transport = transport;
        this.clock = clock;
        this.command = command;
    }

    @Override
    public void run(JobRequest request, JobId id) {
        Path claim = request.directory().resolve("claim");
        if (transport.size(claim).isPresent()) {
            transport.write(request.directory().resolve("lost." + id + ".0"), "");
            return;
        }
        transport.write(claim, request.token() + " " + id + " 0 fakehost\n");
        Made made = command.make(request);
        made.files()
                .forEach((name, content) -> transport.write(request.directory().resolve(name), content));
        transport.write(request.directory().resolve("status.txt"), sentinel(request, id, made));
    }

    /// The sentinel's text, as `cairn.cluster.script.Sentinel` documents it.
    private String sentinel(JobRequest request, JobId id, Made made) {
        long now = clock.instant().getEpochSecond();
        StringBuilder text = new StringBuilder("cairn-status 1\ntoken " + request.token() + "\njob " + id
                + "\nrestart 0\nhost fakehost\nstage command\nexit " + made.exit() + "\nstart " + now + "\nend " + now
                + "\n");
        new TreeMap<>(made.files())
                .forEach((name, content) -> text.append("file ")
                        .append(content.length)
                        .append(' ')
                        .append(FakeTransport.sha256(content))
                        .append(' ')
                        .append(name)
                        .append('\n'));
        return text.append("end-of-status\n").toString();
    }

    /// The text of an output file.
    public static byte[] text(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
