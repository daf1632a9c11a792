package cairn.codes.dft.espresso;

import cairn.codes.CodeError;
import cairn.codes.client.Client;
import cairn.codes.client.Launcher;
import cairn.codes.client.Speech;
import cairn.codes.client.Speech.Complaint;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.pseudo.Choice;
import cairn.codes.dft.pseudo.Family;
import cairn.codes.dft.pseudo.Pseudopotential;
import cairn.codes.ipi.IpiUnits;
import cairn.codes.output.espresso.PwErrors;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// `pw.x --ipi`: an SCF for each structure, started from the density of the one before.
///
/// pw.x keeps its plane waves while a cell changes by little, so a cell of another shape gets a process of its own: the
/// answer must not depend on what was asked before.
record PwClient(DftSettings settings, Family family) implements Client {
    static final String PROGRAM = "pw.x";
    private static final String INPUT = "pw.in";

    /// Modules/constants.f90 of Quantum ESPRESSO 6.7: CODATA 2018.
    private static final IpiUnits UNITS = new IpiUnits(0.529177210903, 27.211386245988);

    /// The words are those of 6.7 (PW/src/electrons.f90, UtilXlib/error_handler.f90), each seen in real output.
    static final Speech SPEECH = new Speech(
            "qe",
            Pattern.compile("Program PWSCF v\\.\\s*(\\S+)"),
            List.of("convergence has been achieved"),
            List.of(
                    Complaint.of(
                            "convergence NOT achieved after\\s+\\d+ iterations",
                            "scf-not-converged",
                            "Allow more scf_iterations, mix less (qe: {electrons: {mixing_beta: 0.3}}), or take a"
                                    + " smearing if it is a metal."),
                    Complaint.of(
                            "Maximum CPU time exceeded",
                            "out-of-time",
                            "Remove max_seconds: the walltime of the job is the limit."),
                    Complaint.of("(Error allocating[^\\n]*)", "out-of-memory", "Ask for more memory in `resources`."),
                    Complaint.of("(Error in routine[^\\n]*\\n[^\\n%]*)", PwErrors.catalogue()),
                    Complaint.of(
                            "(Fortran runtime error:[^\\n]*)",
                            "unreadable-file",
                            "A file that pw.x reads is cut or of another format: look at the last that its output"
                                    + " names, most likely a pseudopotential."),
                    Complaint.of(
                            "(Warning: card [^\\n]* ignored)",
                            "ignored-card",
                            "This is a mistake of Cairn's, or a version of pw.x that it does not know.")));

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

    @Override
    public Object scope(Structure structure) {
        return new Scope(structure.species(), structure.cell());
    }

    @Override
    public List<String> prepare(Structure structure, String socket, Path folder, int cores) throws IOException {
        Choice choice = Choice.of(family, structure, settings.functional());
        Path pseudo = Files.createDirectories(folder.resolve(Namelists.PSEUDO_FOLDER));
        for (Pseudopotential one : choice.byElement().values()) {
            one.writeInto(pseudo);
        }
        Files.writeString(folder.resolve(INPUT), PwInput.of(settings, choice, structure));
        return Launcher.on(cores, List.of(PROGRAM, "--ipi", socket + ":UNIX", "-in", INPUT));
    }

    @Override
    public CodeError notInstalled(String why) {
        return new CodeError(
                "qe/not-installed",
                "Quantum ESPRESSO cannot be started: " + why + ".",
                "Install Quantum ESPRESSO (Debian: quantum-espresso) where jobs run, or load its module.");
    }
}
