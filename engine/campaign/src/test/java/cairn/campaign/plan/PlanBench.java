package cairn.campaign.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// 100,000 steps from YAML to plan: seconds, and the heap that the JVM claimed for it. Run by `engine/bench/plan`.
///
/// Each case has its own JVM. The first plan is the cold one that a user meets (the JVM's own start is not counted);
/// the best of three more says what the code costs once it is compiled.
public final class PlanBench {
    private static final int WARM_RUNS = 3;

    private PlanBench() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("plan-bench");
        Path file = folder.resolve("workflow.yaml");
        Files.writeString(folder.resolve("Si.cell"), "5.431 5.431 5.431\nSi 0 0 0\nSi 0.25 0.25 0.25\n");
        Files.writeString(file, arguments[0].equals("matrix") ? matrix() : literal());
        double cold = secondsToPlan(file);
        double warm = IntStream.range(0, WARM_RUNS)
                .mapToDouble(_ -> secondsToPlan(file))
                .min()
                .orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%-8s %5.1f MB of YAML  cold %5.2f s  warm %5.2f s  heap claimed %4d MiB of %d%n",
                arguments[0],
                Files.size(file) / 1e6,
                cold,
                warm,
                Runtime.getRuntime().totalMemory() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        Files.delete(file);
        Files.delete(folder.resolve("Si.cell"));
        Files.delete(folder);
    }

    private static double secondsToPlan(Path file) {
        long start = System.nanoTime();
        Checked checked = Workflows.check(file, List.of(), TestVocabulary.create());
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!(checked instanceof Checked.Good(Plan plan, var _))
                || plan.planned().size() != 100_000) {
            throw new IllegalStateException(checked.problems().toString());
        }
        return seconds;
    }

    private static final String HEADER = """
            cairn: 1
            name: bench
            code: lammps
            structures: {silicon: {file: Si.cell, supercell: [2, 2, 2]}}
            """;

    /// 25,000 points of a matrix, four steps at each.
    private static String matrix() {
        String values =
                IntStream.range(0, 25_000).mapToObj(n -> "0.01" + (100_000 + n)).collect(Collectors.joining(", "));
        return HEADER + "matrix:\n  n: [" + values + "]\n" + """
                steps:
                  host:  {relax: silicon, fmax: "{n}", cell: free}
                  start: {relax: {insert: Li, into: host, at: [0.3, 0.2, 0.4]}, fmax: 0.01}
                  end:   {relax: {insert: Li, into: host, at: [0.3, 0.2, 0.6]}, fmax: 0.01}
                  hop:   {neb: {from: start, to: end}, interior_images: 5, fmax: 0.01}
                """;
    }

    /// 100,000 steps written out: 25,000 hops with their endpoints and hosts.
    private static String literal() {
        StringBuilder text = new StringBuilder(HEADER).append("steps:\n");
        for (int n = 0; n < 25_000; n++) {
            text.append("""
                      host-#:  {relax: silicon, cell: free, fmax: 0.01}
                      start-#: {relax: {insert: Li, into: host-#, at: [0.3, 0.2, 0.4]}, fmax: 0.01}
                      end-#:   {relax: {insert: Li, into: host-#, at: [0.3, 0.2, 0.6]}, fmax: 0.01}
                      hop-#:   {neb: {from: start-#, to: end-#}, interior_images: 5, fmax: 0.01}
                    """.indent(2).replace("#", Integer.toString(n)));
        }
        return text.toString();
    }
}
