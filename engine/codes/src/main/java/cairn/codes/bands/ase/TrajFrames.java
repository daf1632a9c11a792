package cairn.codes.bands.ase;

import cairn.codes.bands.Boxes;
import cairn.structure.Cell;
import cairn.structure.Constraints;
import cairn.structure.Element;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Structure;
import cairn.structure.band.Gap;
import cairn.structure.band.Provenance;
import cairn.structure.band.RecordedEnergy;
import cairn.structure.band.RecordedForces;
import cairn.structure.band.RecordedImage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The frames of a `*.traj` of ASE (`ase/io/trajectory.py`, version 1): numbers, pbc and constraints stand in the first
/// item, and in a later one only if they differ; positions, cell and the calculator's results in each. Forces are
/// stored as computed, also on fixed atoms.
final class TrajFrames {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final UlmFile file;
    private final JsonNode first;
    private final Set<String> otherConstraints = new LinkedHashSet<>();

    private TrajFrames(UlmFile file) {
        this.file = file;
        this.first = file.item(0);
    }

    static FrameSource read(String name, byte[] content) {
        UlmFile file = UlmFile.parse(name, content);
        return file.items() == 0
                ? new FrameSource(name, Provenance.UNKNOWN_VERSION, List.of(), List.of(), List.of())
                : new TrajFrames(file).source(name);
    }

    private FrameSource source(String name) {
        List<RecordedImage> frames = new ArrayList<>();
        List<CalculatorSettings> settings = new ArrayList<>();
        for (int index = 0; index < file.items(); index++) {
            JsonNode item = file.item(index);
            frames.add(frame(item));
            settings.add(CalculatorSettings.of(item.path("calculator.")));
        }
        List<Gap> gaps = otherConstraints.stream()
                .map(kind -> new Gap(
                        "the constraint " + kind + " is not understood, so forces along it count as forces",
                        "judge fmax with that in mind"))
                .toList();
        String version = first.path("ase_version").asString(Provenance.UNKNOWN_VERSION);
        return new FrameSource(name, version, frames, settings, gaps);
    }

    private RecordedImage frame(JsonNode item) {
        JsonNode header = item.has("numbers.") ? item : first;
        double[] positions = file.array(item, "positions");
        List<Element> species = species(header);
        if (positions.length != 3 * species.size()) {
            throw file.problem(
                    "a frame has " + species.size() + " elements and " + positions.length / 3 + " positions");
        }
        Cell cell = Boxes.cell(rows(item.path("cell")), positions);
        Structure structure = new Structure(cell, species, Positions.of(positions), constraints(header));
        JsonNode calculator = item.path("calculator.");
        return new RecordedImage(structure, energy(calculator), forces(calculator, structure.count()));
    }

    private List<Element> species(JsonNode header) {
        List<Element> species = new ArrayList<>();
        for (double number : file.array(header, "numbers")) {
            species.add(Element.ofNumber((int) number)
                    .orElseThrow(() -> file.problem("there is no element of number " + (int) number)));
        }
        return species;
    }

    private static double[] rows(JsonNode cell) {
        double[] rows = new double[9];
        for (int vector = 0; vector < Math.min(3, cell.size()); vector++) {
            for (int axis = 0; axis < Math.min(3, cell.get(vector).size()); axis++) {
                rows[3 * vector + axis] = cell.get(vector).get(axis).doubleValue();
            }
        }
        return rows;
    }

    private Constraints constraints(JsonNode header) {
        BitSet fixed = new BitSet();
        for (JsonNode constraint : parsed(header.path("constraints").asString("[]"))) {
            String kind = constraint.path("name").asString("");
            if (kind.equals("FixAtoms")) {
                constraint.path("kwargs").path("indices").forEach(index -> fixed.set(index.intValue()));
            } else {
                otherConstraints.add(kind);
            }
        }
        return Constraints.of(fixed);
    }

    private JsonNode parsed(String constraints) {
        try {
            return JSON.readTree(constraints);
        } catch (JacksonException _) {
            throw file.problem("the constraints are no JSON");
        }
    }

    private static RecordedEnergy energy(JsonNode calculator) {
        JsonNode energy = calculator.path("energy");
        JsonNode free = calculator.path("free_energy");
        if (free.isNumber() && energy.isNumber() && free.doubleValue() != energy.doubleValue()) {
            return new RecordedEnergy.FreeAndSigmaZero(free.doubleValue(), energy.doubleValue());
        }
        JsonNode either = free.isNumber() ? free : energy;
        return either.isNumber() ? new RecordedEnergy.Free(either.doubleValue()) : new RecordedEnergy.Unknown();
    }

    private RecordedForces forces(JsonNode calculator, int atoms) {
        double[] forces = file.array(calculator, "forces");
        return forces.length == 3 * atoms ? new RecordedForces.True(Forces.of(forces)) : new RecordedForces.Unknown();
    }
}
