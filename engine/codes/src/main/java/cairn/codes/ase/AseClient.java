package cairn.codes.ase;

import cairn.codes.CodeError;
import cairn.codes.client.Client;
import cairn.codes.client.Launcher;
import cairn.codes.client.Speech;
import cairn.codes.client.Speech.Complaint;
import cairn.codes.ipi.IpiUnits;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Structure;
import cairn.templates.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A calculator of ASE behind a small driver in Python, which raises where the calculator fails.
///
/// `code` names it in signatures, `module` is what its Python must have, `template` makes the calculator, which is kept
/// as long as `kept` says, and `settings` is what the template reads, with the structure added.
public record AseClient(
        String code, String module, String template, Kept kept, Function<Structure, ObjectNode> settings)
        implements Client {
    /// For which structures one calculator can be asked, and answers as a new one would.
    public enum Kept {
        /// Of the same atoms, in whatever cell.
        IN_ANY_CELL,
        /// Of the same atoms in the same cell: what it makes for a cell, such as plane waves, it does not make anew.
        IN_ONE_CELL
    }

    private static final String DRIVER = "driver.py";

    /// The driver's own.
    private static final IpiUnits UNITS = new IpiUnits(0.529177210903, 27.211386245988);

    private record Scope(List<Element> species, Cell cell) {}

    private static final Cell ANY = Cell.orthorhombic(1, 1, 1);

    @Override
    public String program() {
        return code.equals("ase") ? "the calculator" : module;
    }

    @Override
    public IpiUnits units() {
        return UNITS;
    }

    @Override
    public Speech speech() {
        return new Speech(
                code,
                Pattern.compile("cairn: version (.*)"),
                List.of("cairn: energy_ev "),
                List.of(
                        Complaint.of(
                                "(\\S*KohnShamConvergenceError[^\\n]*)",
                                "scf-not-converged",
                                "Allow more scf_iterations, or take a smearing if it is a metal."),
                        Complaint.of(
                                "(\\S*MemoryError[^\\n]*)", "out-of-memory", "Ask for more memory in `resources`."),
                        Complaint.of(
                                "(No module named '[^']*')",
                                "not-installed",
                                "Install it where jobs run, or name the Python that has it in CAIRN_PYTHON."),
                        Complaint.of(
                                "Traceback \\(most recent call last\\):\\n(?:[ \\t][^\\n]*\\n)+(\\S[^\\n]*)",
                                "error",
                                "The whole traceback is in the file screen of the job's folder.")));
    }

    @Override
    public Object scope(Structure structure) {
        return new Scope(
                structure.species(),
                switch (kept) {
                    case IN_ANY_CELL -> ANY;
                    case IN_ONE_CELL -> structure.cell();
                });
    }

    @Override
    public List<String> prepare(Structure structure, String socket, Path folder, int cores) throws IOException {
        Files.writeString(folder.resolve(DRIVER), Templates.render("ase/driver.py", Map.of()));
        Files.writeString(folder.resolve("calculator.py"), Templates.render(template, Map.of()));
        Files.writeString(
                folder.resolve("settings.json"), withStructure(structure).toPrettyString());
        return Launcher.on(cores, List.of(Python.with(module), DRIVER, "/tmp/ipi_" + socket));
    }

    private ObjectNode withStructure(Structure structure) {
        ObjectNode json = settings.apply(structure);
        ArrayNode symbols = json.putArray("symbols");
        structure.species().forEach(element -> symbols.add(element.symbol()));
        rows(json.putArray("cell"), structure.cell().toArray());
        rows(json.putArray("positions"), structure.positions().toArray());
        return json;
    }

    private static void rows(ArrayNode into, double[] numbers) {
        for (int row = 0; row < numbers.length; row += 3) {
            into.addArray().add(numbers[row]).add(numbers[row + 1]).add(numbers[row + 2]);
        }
    }

    @Override
    public CodeError notInstalled(String why) {
        return new CodeError(
                code + "/not-installed",
                "Python cannot be started: " + why + ".",
                "Install Python with " + module + " where jobs run (Debian: python3-ase, gpaw), or name it in"
                        + " CAIRN_PYTHON.");
    }
}
