package cairn.cli.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A relaxation of about ten steps, `relaxed`, and a cluster where its jobs stop some time before their end.
record HurriedRelaxation(Path folder) {
    /// In which it has all the time that it wants.
    static final long MINUTES = 10;

    private static final String PROFILE = """
            name: hurried-slurm
            scheduler: slurm
            partitions: [{name: batch, max_walltime: "12:00:00", cores_per_node: 4, memory_per_node_mb: 4000}]
            poll_interval: 1 s
            stop_margin: MARGIN s
            prelude:
              - "PRELUDE"
            """;

    private static final String WORKFLOW = """
            cairn: 1
            name: hurried
            about: A relaxation that does not fit into one job
            resources: {cores: 1, memory: 900 MB, walltime: "00:MINUTES:00"}
            steps:
              relaxed: {STEP}
            """;

    private static final String SILICON = """
            Eight atoms of silicon, shaken
            1.0
            5.43 0.0 0.0
            0.0 5.43 0.0
            0.0 0.0 5.43
            Si
            8
            Cartesian
            0.15 0.0 0.05
            0.0 2.715 2.815
            2.715 0.1 2.715
            2.715 2.615 0.0
            1.3575 1.3575 1.2075
            1.4575 4.0725 4.0725
            4.0725 1.3575 4.1725
            4.0725 3.9725 1.3575
            """;

    private static final String HYDROGEN = """
            A molecule of hydrogen, stretched
            1.0
            4.0 0.0 0.0
            0.0 4.0 0.0
            0.0 0.0 4.0
            H
            2
            Cartesian
            1.5 2.0 2.0
            2.5 2.0 2.0
            """;

    /// Who moves the atoms.
    enum Mover {
        PW("Si8.vasp", "driven_by: code, code: " + qe()),
        CP2K("H2.vasp", "driven_by: code, code: " + cp2k()),
        CAIRN("Si8.vasp", "code: " + qe());

        private final String step;

        Mover(String structure, String settings) {
            this.step = "relax: " + structure + ", fmax: 0.02, " + settings;
        }

        private static String qe() {
            return "{use: qe, protocol: fast, cutoff: 18 Ry, k_points: {mesh: [2, 2, 2]}, smearing: none,"
                    + " pseudopotentials: gth-pbe}";
        }

        /// In ten steps, as none may be longer than this radius (Angstrom).
        private static String cp2k() {
            return "{use: cp2k, protocol: fast, cutoff: 300 Ry, relative_cutoff: 40 Ry, k_points: gamma,"
                    + " smearing: none, cp2k: {motion: {geo_opt: {bfgs: {trust_radius: 0.02}}}}}";
        }
    }

    Path workflow(Mover mover, long minutes) throws IOException {
        Files.writeString(folder.resolve("Si8.vasp"), SILICON);
        Files.writeString(folder.resolve("H2.vasp"), HYDROGEN);
        return Files.writeString(
                folder.resolve("workflow.yaml"),
                WORKFLOW.replace("STEP", mover.step).replace("MINUTES", "%02d".formatted(minutes)));
    }

    Path profile(long marginSeconds) throws IOException {
        return profile(marginSeconds, ":");
    }

    /// Its jobs do this first.
    Path profile(long marginSeconds, String prelude) throws IOException {
        return Files.writeString(
                folder.resolve("profile.yaml"),
                PROFILE.replace("MARGIN", Long.toString(marginSeconds)).replace("PRELUDE", prelude));
    }
}
