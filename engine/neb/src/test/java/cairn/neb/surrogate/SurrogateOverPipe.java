package cairn.neb.surrogate;

import cairn.neb.Band;
import cairn.neb.MinimumEnergyPath;
import cairn.neb.NebSettings;
import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;

/// A path search whose forces come from whoever is at the other end of the pipe; `engine/bench/neb-vs-ase` uses it.
///
/// Every line is numbers or words with blanks between. First comes the question:
///
///     OPTIMIZER CLIMBING START INTERIOR_IMAGES FMAX SPRING_CONSTANT MAX_ITERATIONS
///     symbols | indices of fixed atoms | nine cell components      (three lines)
///     number of images that follow: 2 endpoints to interpolate between, or a whole band
///     positions of each, one line an image
///     energy and forces of the first endpoint; of the last
///
/// then, again and again, `evaluate` and one line of positions per image, answered by one line of energy and forces
/// per image; and at the end `done`, status, iterations, force evaluations, fmax, forward barrier, reverse barrier.
public final class SurrogateOverPipe {
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);

    private SurrogateOverPipe() {}

    public static void main(String[] arguments) throws IOException {
        new SurrogateOverPipe().run();
    }

    private long inside;

    private void run() throws IOException {
        String[] words = words();
        NebSettings settings = new NebSettings(
                Integer.parseInt(words[1]),
                Double.parseDouble(words[2]),
                0.1,
                NebSettings.Start.IDPP,
                NebSettings.Climbing.WHEN_SETTLED,
                NebSettings.Optimizer.ODE,
                500);
        int max = Integer.parseInt(words[4]);
        List<Structure> images = images();
        Band band = images.size() == 2
                ? Band.between(images.getFirst(), images.getLast(), settings.interiorImages(), settings.start())
                : Band.of(images);
        Evaluation from = evaluation();
        Evaluation to = evaluation();
        long t = System.nanoTime();
        SurrogateSearch search = SurrogateSearch.start(
                band, from, to, settings, new SurrogateSettings(Integer.parseInt(words[3]), max), List.of());
        inside += System.nanoTime() - t;
        while (!search.isFinished()) {
            List<Evaluation> evaluations = evaluated(search.wanted());
            t = System.nanoTime();
            search = search.advance(evaluations);
            inside += System.nanoTime() - t;
        }
        MinimumEnergyPath path = search.path();
        out.printf(
                "done %s %d %d %.6f %.8f %.8f %.6f %.3f%n",
                search.status().getClass().getSimpleName(),
                search.rounds(),
                search.forceEvaluations(),
                search.fmax(),
                path.barrierForward(),
                path.barrierReverse(),
                search.estimate().uncertainty(),
                inside * 1e-9);
        StringJoiner line = new StringJoiner(" ");
        Structure highest = search.band().images().get(path.highestImage());
        Arrays.stream(highest.positions().toArray()).forEach(x -> line.add(Double.toString(x)));
        out.println(line);
        out.flush();
    }

    private List<Structure> images() throws IOException {
        List<Element> species = Arrays.stream(words())
                .map(symbol -> Element.ofSymbol(symbol).orElseThrow())
                .toList();
        BitSet fixed = new BitSet();
        Arrays.stream(numbers()).forEach(atom -> fixed.set((int) atom));
        Cell cell = Cell.of(numbers());
        List<Structure> images = new ArrayList<>();
        for (int left = Integer.parseInt(words()[0]); left > 0; left--) {
            images.add(new Structure(cell, species, Positions.of(numbers()), Constraints.of(fixed)));
        }
        return images;
    }

    private List<Evaluation> evaluated(List<Structure> structures) throws IOException {
        out.println("evaluate " + structures.size());
        for (Structure structure : structures) {
            StringJoiner line = new StringJoiner(" ");
            Arrays.stream(structure.positions().toArray()).forEach(x -> line.add(Double.toString(x)));
            out.println(line);
        }
        out.flush();
        List<Evaluation> evaluations = new ArrayList<>();
        for (Structure _ : structures) {
            evaluations.add(evaluation());
        }
        return Collections.unmodifiableList(evaluations);
    }

    private Evaluation evaluation() throws IOException {
        double[] numbers = numbers();
        Forces forces = Forces.of(Arrays.copyOfRange(numbers, 1, numbers.length));
        return new Evaluation(numbers[0], forces, new Stress.NotGiven());
    }

    private double[] numbers() throws IOException {
        return Arrays.stream(words())
                .filter(word -> !word.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private String[] words() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the other end of the pipe has closed");
        }
        return line.trim().split(" +", -1);
    }
}
