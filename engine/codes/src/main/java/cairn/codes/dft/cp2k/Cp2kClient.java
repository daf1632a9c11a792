package cairn.codes.dft.cp2k;

import cairn.codes.CodeError;
import cairn.codes.client.Client;
import cairn.codes.client.Launcher;
import cairn.codes.client.Speech;
import cairn.codes.client.Speech.Complaint;
import cairn.codes.dft.DftSettings;
import cairn.codes.ipi.IpiUnits;
import cairn.codes.output.cp2k.Cp2kErrors;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// CP2K with `RUN_TYPE DRIVER`: an SCF for each structure.
record Cp2kClient(DftSettings settings) implements Client {
    private static final String PROGRAM = "cp2k.psmp";
    private static final String INPUT = "engine.inp";

    /// CP2K 2023.1 prints what it takes (CODATA 2006) with PRINT_LEVEL MEDIUM.
    private static final IpiUnits UNITS = new IpiUnits(0.529177208590000, 27.2113838565563);

    /// The words are those of 2023.1, each seen in real output. An SCF that does not converge is only warned of, and
    /// its energy sent all the same.
    static final Speech SPEECH = new Speech(
            "cp2k",
            Pattern.compile("CP2K\\| version string:\\s+CP2K version (\\S+)"),
            List.of("SCF run converged in", "outer SCF loop converged in"),
            List.of(
                    Complaint.of(
                            "SCF run NOT converged",
                            "scf-not-converged",
                            "Allow more scf_iterations, mix less (cp2k: {force_eval: {dft: {scf: {mixing: {alpha:"
                                    + " 0.1}}}}}), or take a smearing if it is a metal."),
                    Complaint.of(
                            "(exceeded requested execution time)",
                            "out-of-time",
                            "Remove WALLTIME: that of the job is the limit."),
                    Complaint.of("(Error allocating[^\\n]*)", "out-of-memory", "Ask for more memory in `resources`."),
                    Complaint.of("\\\\___/\\s+((?:[^\\n]*\\n){1,3}?)[^\\n]*O/", Cp2kErrors.catalogue())));

    private record Scope(List<Element> species, Cell cell) {}

    @Override
    public String program() {
        return PROGRAM;
    }

    @Override
    public IpiUnits units() {
        return UNITS;
    }

    @Override
    public Speech speech() {
        return SPEECH;
    }

    /// Grids are those of the first cell, so another cell gets a process of its own.
    @Override
    public Object scope(Structure structure) {
        return new Scope(structure.species(), structure.cell());
    }

    @Override
    public List<String> prepare(Structure structure, String socket, Path folder, int cores) throws IOException {
        Files.writeString(folder.resolve(INPUT), Cp2kInput.of(settings, structure, socket));
        return Launcher.on(cores, List.of(PROGRAM, "-i", INPUT));
    }

    @Override
    public CodeError notInstalled(String why) {
        return new CodeError(
                "cp2k/not-installed",
                "CP2K cannot be started: " + why + ".",
                "Install CP2K (Debian: cp2k and cp2k-data) where jobs run, or load its module.");
    }
}
