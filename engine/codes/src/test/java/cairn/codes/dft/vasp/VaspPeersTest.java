package cairn.codes.dft.vasp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cairn.codes.catalogue.Codes;
import cairn.codes.dft.Crystals;
import cairn.codes.dft.Installed;
import cairn.codes.dft.vasp.input.Grouping;
import cairn.codes.dft.vasp.input.InputFiles;
import cairn.codes.dft.vasp.potcar.PotcarVariants;
import cairn.structure.Constraints;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// ASE and pymatgen as second readers of the inputs that we write, and as second writers of the same inputs.
@Tag("slow")
class VaspPeersTest {
    private static final Structure OXIDE = Crystals.of("Fe", "O", "Fe", "Li");

    /// What pymatgen reads in a folder of inputs; `complaints` are those of its list of tags and values.
    private static final String PYMATGEN_READS = """
            import sys, warnings
            from pymatgen.io.vasp.inputs import Incar, Kpoints, Poscar, Potcar
            folder = sys.argv[1]
            incar = Incar.from_file(folder + "/INCAR")
            for tag, value in incar.items():
                print("incar " + tag, value, sep="\\t")
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                incar.check_params()
            print("complaints", [str(one.message) for one in caught], sep="\\t")
            kpoints = Kpoints.from_file(folder + "/KPOINTS")
            print("style", kpoints.style.name, sep="\\t")
            print("mesh", *kpoints.kpts[0], *kpoints.kpts_shift, sep="\\t")
            poscar = Poscar.from_file(folder + "/POSCAR", check_for_POTCAR=False)
            print("symbols", poscar.site_symbols, poscar.natoms, sep="\\t")
            print("selective", poscar.selective_dynamics, sep="\\t")
            print("places", *poscar.structure.cart_coords.ravel(), sep="\\t")
            print("cell", *poscar.structure.lattice.matrix.ravel(), sep="\\t")
            """;

    /// What ASE's calculator of VASP writes of the same settings, read by pymatgen; its POTCARs are ours.
    private static final String ASE_WRITES = """
            import os, sys
            source, folder, potcars = sys.argv[1:4]
            os.environ["VASP_PP_PATH"] = potcars
            import ase.io
            from ase.calculators.vasp import Vasp
            from pymatgen.io.vasp.inputs import Incar, Kpoints
            atoms = ase.io.read(source + "/POSCAR", format="vasp")
            atoms.set_initial_magnetic_moments([4.5 if a.symbol == "Fe" else 0.6 if a.symbol == "O" else 0 for a in atoms])
            calc = Vasp(directory=folder, gga="PE", pp="PBE", setups={"Fe": "_pv", "Li": "_sv"}, prec="Accurate", encut=520,
                        algo="Normal", ediff=1e-6, nelm=100, ismear=1, sigma=0.1, ispin=2, lorbit=11, ivdw=12, lasph=True,
                        lmaxmix=4, lreal=False, nsw=0, charge=-1, kpts=(1, 2, 2), gamma=True,
                        ldau_luj={"Fe": {"L": 2, "U": 5.3, "J": 0}})
            calc.write_input(atoms)
            for tag, value in Incar.from_file(folder + "/INCAR").items():
                print("incar " + tag, value, sep="\\t")
            kpoints = Kpoints.from_file(folder + "/KPOINTS")
            print("style", kpoints.style.name, sep="\\t")
            print("mesh", *kpoints.kpts[0], *kpoints.kpts_shift, sep="\\t")
            print("potcar", open(folder + "/POTCAR").read() == open(source + "/POTCAR").read(), sep="\\t")
            """;

    /// The POTCAR of each element, and the tags of a calculation with U, that the set of the Materials Project has.
    private static final String MATERIALS_PROJECT = """
            import sys, warnings
            warnings.simplefilter("ignore")
            from pymatgen.core import Structure
            from pymatgen.io.vasp.sets import MPRelaxSet
            for element, variant in MPRelaxSet.CONFIG["POTCAR"].items():
                print("variant " + element, variant, sep="\\t")
            incar = MPRelaxSet(Structure.from_file(sys.argv[1] + "/POSCAR"), sort_structure=False).incar
            for tag, value in incar.items():
                print("incar " + tag, value, sep="\\t")
            """;

    @TempDir
    private Path folder;

    private Path inputs;
    private Path potcars;

    @BeforeEach
    void peers() throws IOException {
        Installed.python("ase", "python3-ase");
        Installed.python("pymatgen", "python3-pymatgen");
        inputs = Files.createDirectory(folder.resolve("inputs"));
        potcars = folder.resolve("potcars");
        MadeUpPotcars.in(potcars.resolve("potpaw_PBE"));
    }

    private void write(Structure structure, String more) throws IOException {
        VaspCode code = (VaspCode)
                Codes.of("""
                {"use":"vasp","functional":"PBE","cutoff_ev":520.0,"k_points":{"mesh":[1,2,2]},
                 "smearing":"methfessel-paxton","smearing_width_ev":0.1,"scf_convergence_ev":1e-6,"scf_iterations":100,
                 "pseudopotentials":"%s"%s}""".formatted(potcars.resolve("potpaw_PBE"), more)).orElseThrow();
        SequencedMap<String, String> run = new LinkedHashMap<>();
        run.put("NSW", "0");
        for (var file : InputFiles.of(
                        code.settings(),
                        structure,
                        code.potcars().of(structure.species()).potcars(),
                        run)
                .entrySet()) {
            Files.writeString(inputs.resolve(file.getKey()), file.getValue());
        }
        code.potcars().of(structure.species()).writeTo(inputs.resolve("POTCAR"));
    }

    private void writeOxide() throws IOException {
        write(OXIDE, """
                ,"spin":"collinear","moments":{"Fe":4.5,"O":0.6},"charge":-1.0,"dispersion":"d3-bj",
                "hubbard_u_ev":{"Fe":5.3}""");
    }

    private Map<String, String> python(String program, Path... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "-c", program));
        Arrays.stream(arguments).map(Path::toString).forEach(command::add);
        Path answer = folder.resolve("answer");
        Process process = new ProcessBuilder(command)
                .redirectOutput(answer.toFile())
                .redirectError(folder.resolve("complaints").toFile())
                .start();
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("complaints")))
                .isZero();
        Map<String, String> said = new TreeMap<>();
        for (String line : Files.readAllLines(answer, StandardCharsets.UTF_8)) {
            said.put(line.substring(0, line.indexOf('\t')), withoutPoints(line.substring(line.indexOf('\t') + 1)));
        }
        return said;
    }

    /// The same number stands for a whole one, with a point or without.
    private static String withoutPoints(String words) {
        return words.replaceAll("(?<=\\d)\\.0(?!\\d)", "");
    }

    private static double[] numbers(String words) {
        return Arrays.stream(words.split("\t")).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void pymatgen_reads_what_was_meant_and_finds_no_tag_amiss() throws Exception {
        writeOxide();

        Map<String, String> said = python(PYMATGEN_READS, inputs);

        assertThat(said)
                // pymatgen 2022.11 writes the first letter of any word large and the others small, and then knows no
                // Pe.
                .containsEntry("complaints", "['GGA: Cannot find Pe in the list of parameters']")
                .containsEntry("incar ENCUT", "520")
                .containsEntry("incar EDIFF", "1e-06")
                .containsEntry("incar LREAL", "False")
                .containsEntry("incar MAGMOM", "[4.5, 4.5, 0.6, 0]")
                .containsEntry("incar LDAUL", "[2, -1, -1]")
                .containsEntry("incar LDAUU", "[5.3, 0, 0]")
                .containsEntry("style", "Gamma")
                .containsEntry("mesh", "1\t2\t2\t0\t0\t0")
                .containsEntry("symbols", "['Fe', 'O', 'Li']\t[2, 1, 1]");
        Structure grouped = Grouping.of(OXIDE.species()).grouped(OXIDE);
        assertThat(numbers(said.getOrDefault("places", "")))
                .containsExactly(grouped.positions().toArray(), within(1e-12));
        assertThat(numbers(said.getOrDefault("cell", "")))
                .containsExactly(grouped.cell().toArray(), within(1e-12));
    }

    @Test
    void pymatgen_reads_which_atoms_are_held() throws Exception {
        BitSet held = new BitSet();
        held.set(1);
        write(new Structure(OXIDE.cell(), OXIDE.species(), OXIDE.positions(), Constraints.of(held)), "");

        assertThat(python(PYMATGEN_READS, inputs))
                .containsEntry(
                        "selective",
                        "[[True, True, True], [True, True, True], [False, False, False], [True, True, True]]");
    }

    @Test
    void ase_writes_the_same() throws Exception {
        writeOxide();

        Map<String, String> ours = python(PYMATGEN_READS, inputs);
        Map<String, String> theirs = python(ASE_WRITES, inputs, Files.createDirectory(folder.resolve("ase")), potcars);

        assertThat(theirs).containsEntry("potcar", "True");
        theirs.remove("potcar");
        theirs.keySet().removeAll(List.of("incar SYSTEM", "incar LDAUPRINT"));
        assertThat(ours).containsAllEntriesOf(theirs);
        assertThat(theirs).containsKeys("incar NELECT", "incar MAGMOM", "incar LDAUU", "incar IVDW", "incar GGA");
    }

    @Test
    void variants_and_tags_of_u_are_those_of_the_materials_project() throws Exception {
        writeOxide();

        Map<String, String> ours = python(PYMATGEN_READS, inputs);
        Map<String, String> theirs = python(MATERIALS_PROJECT, inputs);

        assertThat(theirs.keySet().stream().filter(key -> key.startsWith("variant ")))
                .hasSizeGreaterThan(80);
        PotcarVariants variants = new PotcarVariants(new TreeMap<>());
        theirs.forEach((key, value) -> {
            if (key.startsWith("variant ")) {
                assertThat(variants.of(key.substring("variant ".length())))
                        .as(key)
                        .isEqualTo(value);
            }
        });
        for (String tag : List.of("LDAU", "LDAUTYPE", "LDAUU", "LDAUJ", "LMAXMIX", "LASPH", "ISPIN", "PREC", "ENCUT")) {
            assertThat(ours.get("incar " + tag)).as(tag).isEqualTo(theirs.get("incar " + tag));
        }
    }
}
