package cairn.campaign.plan;

import cairn.campaign.language.Repeats;
import cairn.campaign.language.StructureReader.Read;
import cairn.campaign.language.Vocabulary;
import cairn.codes.Code;
import cairn.codes.ForceEngine;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Two codes that only have names, and a reader of a format of our own: three cell lengths, then atoms in fractions.
final class TestVocabulary {
    private TestVocabulary() {}

    static Vocabulary create() {
        return new Vocabulary(
                List.of(new NamedCode("builtin/meam-lisi"), new NamedCode("lammps")), TestVocabulary::read);
    }

    /// Codes of this name alone, and files as [#create] has them.
    static Vocabulary of(Code code) {
        return new Vocabulary(List.of(code), TestVocabulary::read);
    }

    record NamedCode(String name) implements Code {
        @Override
        public String fingerprint() {
            return name + " 1";
        }

        @Override
        public String validity() {
            return "for tests";
        }

        @Override
        public List<String> objections(Structure structure) {
            boolean known = structure.species().stream()
                    .allMatch(e -> List.of("Li", "Si").contains(e.symbol()));
            return known || name.equals("lammps") ? List.of() : List.of("it knows Li and Si only");
        }

        @Override
        public ForceEngine open(Path folder) {
            throw new UnsupportedOperationException(name + " computes nothing");
        }
    }

    private static Read read(Path file, Repeats repeats) {
        try {
            List<String> lines = Files.readAllLines(file);
            double[] lengths = numbers(lines.getFirst(), 0);
            if (lengths.length != 3) {
                return new Read.Unreadable(file.getFileName() + ":1: three lengths are needed");
            }
            return new Read.Loaded(repeated(lines.subList(1, lines.size()), lengths, repeats));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static double[] numbers(String line, int skipped) {
        return java.util.Arrays.stream(line.strip().split(" "))
                .skip(skipped)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Structure repeated(List<String> atoms, double[] lengths, Repeats repeats) {
        int[] times = {repeats.a(), repeats.b(), repeats.c()};
        List<Element> species = new ArrayList<>();
        List<Double> positions = new ArrayList<>();
        for (int image = 0; image < times[0] * times[1] * times[2]; image++) {
            int[] shift = {image % times[0], image / times[0] % times[1], image / times[0] / times[1]};
            for (String atom : atoms) {
                double[] fraction = numbers(atom, 1);
                species.add(Element.ofSymbol(atom.split(" ")[0]).orElseThrow());
                for (int axis = 0; axis < 3; axis++) {
                    positions.add((fraction[axis] + shift[axis]) * lengths[axis]);
                }
            }
        }
        Cell cell = Cell.orthorhombic(lengths[0] * times[0], lengths[1] * times[1], lengths[2] * times[2]);
        return Structure.free(
                cell,
                species,
                Positions.of(positions.stream().mapToDouble(Double::doubleValue).toArray()));
    }
}
