package cairn.cli.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A cluster profile whose jobs sign a ledger.
enum ProfileWithLedger {
    LOCAL("""
            name: signing-local
            scheduler: local
            cores: 2
            """),
    SLURM("""
            name: signing-slurm
            scheduler: slurm
            partitions: [{name: batch, max_walltime: "12:00:00", cores_per_node: 4, memory_per_node_mb: 4000}]
            poll_interval: 1 s
            """);

    private final String yaml;

    ProfileWithLedger(String yaml) {
        this.yaml = yaml;
    }

    /// Writes the profile, and says where.
    Path write(Path folder, Ledger ledger) throws IOException {
        return write(folder, sign(ledger));
    }

    /// The same for jobs which, once they have signed, wait until a file is there.
    Path write(Path folder, Ledger ledger, Path gate) throws IOException {
        return write(folder, sign(ledger) + "; until [ -e '" + gate + "' ]; do sleep 0.1; done");
    }

    private static String sign(Ledger ledger) {
        return "printf '%s\\n' \"$CAIRN_TOKEN\" >>'" + ledger.file() + "'";
    }

    private Path write(Path folder, String prelude) throws IOException {
        Path file = Files.createTempFile(folder, "profile-", ".yaml");
        return Files.writeString(file, yaml + "prelude:\n  - |-\n    " + prelude + "\n");
    }
}
