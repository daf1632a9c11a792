package cairn.campaign.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How many DFT calls a physical prior saves; run and explained by `engine/bench/dft-prior/run`. Asserts nothing.
@Tag("bench")
class DftPriorBench {
    private static final Path ROOT = Path.of(System.getProperty("cairn.root", "."));
    private static final Path PAGE = ROOT.resolve("engine/neb/README.md");
    private static final String BEGIN = "<!-- physical prior: written by engine/bench/dft-prior/run -->\n";
    private static final String END = "<!-- end of physical prior -->";
    private static final String HEAD = """
            | search | fmax | DFT calls, saddle | DFT calls, end | rounds | barrier, eV | force at saddle | s a call | converged |
            |---|---|---|---|---|---|---|---|---|
            """;

    private final Path cache = Path.of(System.getProperty("cairn.bench.cache", "/tmp/cairn-dft-prior"));
    private final Gpaw gpaw = new Gpaw(ROOT.resolve("engine/bench/dft-prior/gpaw_client.py"));

    @Test
    void dft_calls_of_the_plain_band_the_surrogate_and_the_surrogate_with_a_prior() throws IOException {
        LithiumHop hop = LithiumHop.relaxed(folder("endpoints"), gpaw);
        StringBuilder table = new StringBuilder(HEAD);
        for (String fmax : words("cairn.bench.fmax", "0.05")) {
            for (CountedSearch search : searches()) {
                String row = row(search, hop, Double.parseDouble(fmax));
                table.append(row).append('\n');
                System.out.println(row);
            }
        }
        if (Boolean.getBoolean("cairn.bench.write")) {
            write(table.toString());
        }
    }

    private String row(CountedSearch search, LithiumHop hop, double fmax) throws IOException {
        Path folder = folder(search.name().toLowerCase(Locale.ROOT));
        try (Evaluator evaluator = Evaluator.open(folder, gpaw, 1)) {
            return search.run(hop, fmax, evaluator).row(search.title, fmax, secondsOfCall(folder));
        }
    }

    private static double secondsOfCall(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("engine-0").resolve(GpawEngine.SECONDS)).stream()
                .mapToDouble(Double::parseDouble)
                .average()
                .orElse(Double.NaN);
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(cache.resolve(name));
    }

    private static List<CountedSearch> searches() {
        return words("cairn.bench.searches", "plain,surrogate,prior").stream()
                .map(word -> CountedSearch.valueOf(word.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private static List<String> words(String property, String otherwise) {
        return new ArrayList<>(
                Arrays.asList(System.getProperty(property, otherwise).split(",", -1)));
    }

    private static void write(String table) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        Files.writeString(PAGE, page.substring(0, begin) + "\n" + table + "\n" + page.substring(end));
    }
}
