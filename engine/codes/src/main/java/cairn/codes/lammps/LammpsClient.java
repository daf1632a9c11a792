package cairn.codes.lammps;

import cairn.codes.CodeError;
import cairn.codes.client.Client;
import cairn.codes.client.Speech;
import cairn.codes.client.Speech.Complaint;
import cairn.codes.ipi.IpiUnits;
import cairn.codes.lammps.worker.Worker;
import cairn.structure.Structure;
import cairn.templates.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// LAMMPS with a model, started in one of its ways. Its neighbour lists are built anew for each structure: the answer
/// does not depend on what was asked before, nor on which client is asked.
record LammpsClient(KimModel model, Way way) implements Client {
    static final String INPUT = "engine.in";

    /// Of a library that cannot be loaded.
    static final String NO_LIBRARY = "lammps/no-library";

    /// `fix ipi` converts with these numbers, so only these give back exactly what LAMMPS computed: `posconv` and
    /// `potconv` of its fix_ipi.cpp, `boltz` of `units metal` in its update.cpp.
    private static final IpiUnits OF_FIX_IPI = new IpiUnits(0.52917721, 8.617343e-5 / 3.1668152e-06);

    /// `fix ipi` ends with an error when its socket closes.
    static final Speech SPEECH = new Speech(
            "lammps",
            Pattern.compile("LAMMPS \\((.+)\\)"),
            List.of(),
            List.of(
                    Complaint.of(
                            Worker.NO_LIBRARY + "([^\\n]*)",
                            "no-library",
                            "Correct " + Way.VARIABLE + " in the environment of jobs, or remove it."),
                    Complaint.of("(?m)^(ERROR(?![^\\n]*broken connection)[^\\n]*)", KnownErrors.CATALOGUE),
                    Complaint.of(
                            "#\\s+(SIG[A-Z]+ \\(0x\\w+\\) at pc=[^\\n]*)",
                            "crashed",
                            "Its library broke, and with it only the process it was in: hs_err_pid*.log in the job's"
                                    + " folder says where. Look for atoms that are too close, or for a potential that"
                                    + " does not fit.")));

    @Override
    public String program() {
        return "LAMMPS";
    }

    @Override
    public IpiUnits units() {
        return switch (way) {
            case Way.Library _ -> IpiUnits.OURS;
            case Way.Command _ -> OF_FIX_IPI;
        };
    }

    @Override
    public Speech speech() {
        return SPEECH;
    }

    @Override
    public Object scope(Structure framed) {
        return framed.species();
    }

    @Override
    public List<String> prepare(Structure framed, String socket, Path folder, int cores) throws IOException {
        Files.writeString(folder.resolve(INPUT), Templates.render("lammps/" + INPUT, values(framed, socket)));
        Files.writeString(folder.resolve(DataFile.NAME), DataFile.of(framed));
        return switch (way) {
            case Way.Library(Path file) -> Worker.command(file, Path.of("/tmp/ipi_" + socket), INPUT);
            case Way.Command _ -> List.of(Lammps.COMMAND, "-in", INPUT, "-log", "none");
        };
    }

    private Map<String, Object> values(Structure framed, String socket) {
        String called = switch (way) {
            case Way.Library _ -> "";
            case Way.Command _ -> socket;
        };
        return Map.of("model", model.id(), "species", DataFile.species(framed), "socket", called);
    }

    @Override
    public CodeError notInstalled(String why) {
        return new CodeError(
                "lammps/not-installed",
                "LAMMPS cannot be started: " + why + ".",
                "Install LAMMPS with KIM (Debian: lammps and openkim-models) where jobs run, or load its module.");
    }
}
