package cairn.campaign.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the machine under us has, where a profile does not say what it lends.
final class ThisMachine {
    /// Where there is no /proc to ask (macOS).
    private static final int SOME_MEMORY_MB = 4096;

    private ThisMachine() {}

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// Nine tenths of the memory: the rest is the system's and ours. proc(5): `MemTotal: N kB`.
    static int memoryMb() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemTotal:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 9 / 10 / 1000)
                    .findFirst()
                    .map(Math::toIntExact)
                    .orElse(SOME_MEMORY_MB);
        } catch (IOException _) {
            return SOME_MEMORY_MB;
        }
    }
}
