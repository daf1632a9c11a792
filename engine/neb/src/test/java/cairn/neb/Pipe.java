package cairn.neb;

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

/// Structures and evaluations as lines of numbers or words with blanks between, from and to whoever is at the other
/// end.
public final class Pipe {
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    public final PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);

    private Pipe() {}

    /// The pipe of this process: its standard input and output.
    public static Pipe ofThisProcess() {
        return new Pipe();
    }

    /// The band that is sent, or one between the two ends that are.
    public Band band(NebSettings settings) throws IOException {
        List<Structure> images = images();
        return images.size() == 2
                ? Band.between(images.getFirst(), images.getLast(), settings.interiorImages(), settings.start())
                : Band.of(images);
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

    public List<Evaluation> evaluated(List<Structure> structures) throws IOException {
        out.println("evaluate " + structures.size());
        for (Structure structure : structures) {
            out.println(text(structure));
        }
        out.flush();
        List<Evaluation> evaluations = new ArrayList<>();
        for (Structure _ : structures) {
            evaluations.add(evaluation());
        }
        return Collections.unmodifiableList(evaluations);
    }

    /// The positions of a structure in one line.
    public static String text(Structure structure) {
        StringJoiner line = new StringJoiner(" ");
        Arrays.stream(structure.positions().toArray()).forEach(x -> line.add(Double.toString(x)));
        return line.toString();
    }

    public Evaluation evaluation() throws IOException {
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

    public String[] words() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new IOException("the other end of the pipe has closed");
        }
        return line.trim().split(" +", -1);
    }
}
