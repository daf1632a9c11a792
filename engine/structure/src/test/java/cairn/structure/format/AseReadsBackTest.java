package cairn.structure.format;

import static cairn.structure.Crystals.crystal;
import static cairn.structure.Crystals.element;
import static cairn.structure.Crystals.fixing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cairn.structure.Crystals;
import cairn.structure.Element;
import cairn.structure.Fraction;
import cairn.structure.LatticeParameters;
import cairn.structure.Positions;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// ASE (Larsen et al., J. Phys.: Condens. Matter 29, 273002 (2017); Debian's python3-ase) as a second reader.
class AseReadsBackTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final double TOLERANCE_ANG = 1e-8;

    private static final Map<String, Structure> WRITTEN = written();

    @TempDir
    private Path folder;

    @Test
    void ase_reads_what_we_write_in_every_format() throws IOException, InterruptedException {
        requireAse();
        List<String> files = new ArrayList<>();
        WRITTEN.forEach((name, structure) -> {
            for (String format : List.of("cif", "vasp", "xyz", "xsf")) {
                files.add(name + "." + format);
                StructureFiles.write(folder.resolve(name + "." + format), structure);
            }
        });

        List<String> found = aseReads(files);

        assertThat(found).hasSameSizeAs(files);
        found.forEach(AseReadsBackTest::assertIsWhatWasWritten);
    }

    private static Map<String, Structure> written() {
        Map<String, Structure> structures = new LinkedHashMap<>();
        for (String name : List.of("Si", "Li7Si3", "Sb", "Li12Si7", "graphite", "Ti3C2O2_mono", "LLZO_tetragonal")) {
            structures.put(name, crystal(name));
        }
        structures.put("constrained", fixing(crystal("Li7Si3"), 0, 5, 59));
        structures.put(
                "interstitial",
                fixing(crystal("Si").supercell(2, 2, 2), 3, 4).inserted(element("Li"), new Fraction(0.25, 0.25, 0.25)));
        structures.put("triclinic", triclinic());
        return structures;
    }

    /// A very skewed cell with atoms outside of it.
    private static Structure triclinic() {
        return Structure.free(
                new LatticeParameters(3.1, 7.7, 9.3, 41.3, 67.9, 52.1).toCell(),
                List.of(element("Li"), element("Si"), element("Li")),
                Positions.of(1.0 / 3, -2.0 / 7, 5.1, 0, 0, 0, 12.3, 4.5, -6.7));
    }

    private static void requireAse() throws IOException, InterruptedException {
        boolean installed = Files.isExecutable(Path.of(PYTHON))
                && new ProcessBuilder(PYTHON, "-c", "import ase.io")
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor()
                        == 0;
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed)
                    .as("ASE must be installed: apt-get install python3-ase")
                    .isTrue();
        }
        assumeTrue(installed, "ASE is not installed (apt-get install python3-ase): not checked");
    }

    /// One process for all files: starting Python with ASE takes longer than all the reading.
    private List<String> aseReads(List<String> files) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("read_back.py"), Crystals.resource("/ase/read_back.py"));
        List<String> command = new ArrayList<>(List.of(PYTHON, script.toString()));
        command.addAll(files);
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(() -> "ASE says: " + TextFiles.read(errors))
                .isZero();
        return output.lines().toList();
    }

    private static void assertIsWhatWasWritten(String line) {
        String[] fields = line.split(";", -1);
        String format = fields[0].substring(fields[0].lastIndexOf('.') + 1);
        Structure written = Objects.requireNonNull(WRITTEN.get(fields[0].substring(0, fields[0].lastIndexOf('.'))));

        assertThat(fields[1])
                .as(fields[0])
                .isEqualTo(written.species().stream().map(Element::symbol).collect(Collectors.joining(" ")));
        assertThat(numbers(fields[2]))
                .as(fields[0])
                .containsExactly(written.cell().toArray(), within(TOLERANCE_ANG));
        Positions found = Positions.of(numbers(fields[3]));
        // ASE moves the atoms of a CIF into the cell.
        Structure expected = format.equals("cif") ? written.unwrappedTowards(found) : written;
        assertThat(found.toArray())
                .as(fields[0])
                .containsExactly(expected.positions().toArray(), within(TOLERANCE_ANG));
        boolean hasConstraints = format.equals("vasp") || format.equals("xyz");
        assertThat(fields[4]).isEqualTo(hasConstraints ? fixedAtoms(written) : "");
    }

    private static String fixedAtoms(Structure structure) {
        return IntStream.range(0, structure.count())
                .filter(structure.constraints()::isFixed)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    private static double[] numbers(String words) {
        return Arrays.stream(words.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
