package cairn.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.cluster.real.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Campaigns with the real pw.x that fail as they are, and what Cairn makes of it.
@Tag("slow")
class CorrectionsTest {
    @TempDir
    private Path folder;

    private CairnProcess cairn;

    @BeforeEach
    void a_home() throws IOException {
        Needs.programs("pw.x");
        cairn = new CairnProcess(folder, Map.of());
        Files.writeString(folder.resolve("left.xyz"), structure("1.35"));
        Files.writeString(folder.resolve("right.xyz"), structure("-1.35"));
    }

    private static String structure(String z) {
        return """
                2
                Lattice="0 2.7 2.7 2.7 0 2.7 2.7 2.7 0" Properties=species:S:1:pos:R:3 pbc="T T T"
                Si 0.02 0.0 0.0
                Si 1.35 1.35 %s
                """.formatted(z);
    }

    /// An atom of silicon goes from one place of the diamond lattice to the next, by a way that nobody relaxes: quick.
    private static String workflow(String head, String code) {
        return """
            cairn: 1
            name: ill
            %s
            code: {use: qe, cutoff: 12 Ry, k_points: {mesh: [1, 1, 1]}, scf_convergence: 1e-7 eV,
                   pseudopotentials: {Si: /usr/share/espresso/pseudo/Si.pbe-rrkj.UPF}, %s}
            steps:
              single: {energy: left.xyz}
              left: {relax: left.xyz, fmax: 90}
              right: {relax: right.xyz, fmax: 90}
              hop: {neb: {from: left, to: right}, interior_images: 1, fmax: 90, search: plain}
            """.formatted(head, code);
    }

    private CairnProcess.Ended run(String head, String code) throws Exception {
        Path file = folder.resolve("workflow.yaml");
        Files.writeString(file, workflow(head, code));
        return cairn.run("run", file.toString());
    }

    private JsonNode step(String name) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("campaigns/ill/results.json")))
                .required("steps")
                .required(name);
    }

    private static Stream<String> sentences(JsonNode step) {
        return step.path("corrections")
                .valueStream()
                .map(each -> each.required("sentence").stringValue());
    }

    private List<String> events(String kind) throws IOException {
        try (Stream<Path> segments = Files.list(folder.resolve("campaigns/ill/journal"))) {
            return segments.filter(Files::isRegularFile)
                    .flatMap(segment -> read(segment).lines())
                    .filter(line -> line.contains("\"event\":\"" + kind + "\""))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void numerics_are_mended_in_the_job_and_told() throws Exception {
        CairnProcess.Ended run = run("", "scf_iterations: 3, smearing: gaussian");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        String sentence = "The SCF of image 1 did not converge: mixing_beta lowered from 0.7 to 0.3,"
                + " the SCF's iterations raised from 3 to 150 (numerics only)";
        assertThat(sentences(step("hop"))).containsExactly(sentence);
        assertThat(events("corrected")).hasSize(4);
        assertThat(cairn.run("why", "hop").out()).contains(sentence);
        assertThat(cairn.run("status").out()).contains("numerics: mixing_beta lowered from 0.7 to 0.3");
        assertThat(Files.readString(folder.resolve("campaigns/ill/report.html")))
                .contains("mixing_beta lowered");
        double mended = force();
        run("", "scf_iterations: 100, smearing: gaussian");
        assertThat(sentences(step("hop"))).isEmpty();
        assertThat(force()).isCloseTo(mended, within(1e-2));
    }

    private double force() throws IOException {
        return step("hop").required("result").required("fmax_ev_per_ang").doubleValue();
    }

    @Test
    void physics_is_refused_with_what_would_help_and_how_to_say_it() throws Exception {
        CairnProcess.Ended run = run("", "charge: 1, smearing: none");

        assertThat(run.status()).isEqualTo(1);
        JsonNode failure = step("left").required("failure");
        assertThat(failure.required("signature").stringValue()).isEqualTo("qe/smearing-needed");
        assertThat(failure.required("advice").stringValue())
                .contains("Other physics would help if it is a metal or has an odd number of electrons: say smearing:"
                        + " marzari-vanderbilt, smearing_width: 0.1 eV under `code:` of everything that is compared,"
                        + " or physics_corrections: allow for the whole workflow.");
        assertThat(events("amended")).isEmpty();
    }

    @Test
    void physics_that_is_allowed_changes_for_all_that_is_compared() throws Exception {
        CairnProcess.Ended run = run("physics_corrections: allow", "charge: 1, smearing: none");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        for (String name : List.of("left", "right", "hop")) {
            assertThat(sentences(step(name))).singleElement().asString().contains("for all of hop, left, right");
        }
        assertThat(events("amended")).hasSize(2);
        assertThat(sentences(step("single"))).singleElement().asString().endsWith("for all of single");
        assertThat(cairn.run("why", "right").out())
                .contains("smearing changed from none to marzari-vanderbilt", "file work.json changed");
        assertThat(codesOf("left", "right", "hop")).containsOnly("marzari-vanderbilt");
        assertThat(Files.readString(folder.resolve("campaigns/ill/report.html")))
                .contains("marzari-vanderbilt");
    }

    /// The smearing with which the last attempts of these steps were computed.
    private List<String> codesOf(String... steps) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("campaigns/ill/calculations"))) {
            List<Path> orders =
                    all.filter(file -> file.endsWith("work.json")).sorted().toList();
            return Stream.of(steps)
                    .map(step -> orders.stream()
                            .filter(file -> file.toString().contains("/" + step + "/"))
                            .reduce((_, later) -> later)
                            .orElseThrow())
                    .map(file -> JsonMapper.shared()
                            .readTree(read(file))
                            .required("code")
                            .required("smearing")
                            .stringValue())
                    .map(Objects::requireNonNull)
                    .toList();
        }
    }
}
