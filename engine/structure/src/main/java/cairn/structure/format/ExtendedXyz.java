package cairn.structure.format;

import cairn.structure.Cell;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Extended XYZ, as libAtoms and ASE write it; one or more frames, one after the other:
///
///     65
///     Lattice="ax ay az bx by bz cx cy cz" Properties=species:S:1:pos:R:3:forces:R:3 energy=-1.5 pbc="T T T"
///     Si 0.0 0.0 0.0 0.1 0.0 -0.2
///
/// Read and written: `Lattice` (needed: Cairn's structures are periodic), `energy` or, first, `free_energy`
/// (eV; the one that forces are the gradient of), `stress` (eV/Angstrom^3, nine numbers), `pbc`, and the
/// columns `species`, `pos`, `forces` and `move_mask` (F holds an atom fixed). Others are passed over.
public final class ExtendedXyz {
    private ExtendedXyz() {}

    /// @throws FormatException if the file does not say one structure clearly
    public static Structure read(Path path) {
        return parse(TextFiles.read(path), TextFiles.name(path));
    }

    public static List<Frame> readFrames(Path path) {
        return parseFrames(TextFiles.read(path), TextFiles.name(path));
    }

    public static void write(Path path, Structure structure) {
        TextFiles.write(path, format(structure));
    }

    public static void writeFrames(Path path, List<Frame> frames) {
        TextFiles.write(path, formatFrames(frames));
    }

    /// Reads the text of a file called `file`, which only the messages use.
    public static Structure parse(String text, String file) {
        return Frame.only(parseFrames(text, file), new Lines(file, text));
    }

    public static List<Frame> parseFrames(String text, String file) {
        Lines lines = new Lines(file, text);
        List<Frame> frames = new ArrayList<>();
        lines.skipBlank();
        while (lines.hasNext()) {
            frames.add(new XyzFrameReader(lines).frame());
            lines.skipBlank();
        }
        return frames;
    }

    public static String format(Structure structure) {
        return formatFrames(List.of(Frame.of(structure)));
    }

    public static String formatFrames(List<Frame> frames) {
        StringBuilder text = new StringBuilder();
        frames.forEach(frame -> append(text, frame));
        return text.toString();
    }

    private static void append(StringBuilder text, Frame frame) {
        Structure structure = frame.structure();
        Optional<Forces> forces = forces(frame.computed());
        boolean constrained = structure.constraints().fixedCount() > 0;
        text.append(structure.count()).append("\nLattice=\"").append(lattice(structure.cell()));
        text.append("\" Properties=species:S:1:pos:R:3")
                .append(forces.isPresent() ? ":forces:R:3" : "")
                .append(constrained ? ":move_mask:L:1" : "");
        text.append(values(frame.computed())).append(" pbc=\"T T T\"\n");
        for (int atom = 0; atom < structure.count(); atom++) {
            text.append(structure.species().get(atom).symbol()).append(' ');
            text.append(Columns.row(structure.positions(), atom));
            if (forces.isPresent()) {
                text.append(' ').append(Columns.row(forces.get(), atom));
            }
            text.append(constrained ? flag(structure.constraints().isFixed(atom)) : "")
                    .append('\n');
        }
    }

    private static String lattice(Cell cell) {
        return Columns.row(cell, 0) + " " + Columns.row(cell, 1) + " " + Columns.row(cell, 2);
    }

    private static String flag(boolean fixed) {
        return fixed ? " F" : " T";
    }

    private static Optional<Forces> forces(Frame.Computed computed) {
        return switch (computed) {
            case Frame.Computed.ForcesOnly(Forces forces) -> Optional.of(forces);
            case Frame.Computed.EnergyAndForces(Evaluation evaluation) -> Optional.of(evaluation.forces());
            case Frame.Computed.Nothing _, Frame.Computed.Energy _ -> Optional.empty();
        };
    }

    private static String values(Frame.Computed computed) {
        return switch (computed) {
            case Frame.Computed.Nothing _, Frame.Computed.ForcesOnly _ -> "";
            case Frame.Computed.Energy(double energy) -> " energy=" + energy;
            case Frame.Computed.EnergyAndForces(Evaluation evaluation) ->
                " energy=" + evaluation.energyEv() + stress(evaluation.stress());
        };
    }

    private static String stress(Stress stress) {
        return switch (stress) {
            case Stress.NotGiven _ -> "";
            case Stress.Tensor t ->
                " stress=\"%s %s %s\""
                        .formatted(
                                Columns.row(t.xx(), t.xy(), t.xz()),
                                Columns.row(t.xy(), t.yy(), t.yz()),
                                Columns.row(t.xz(), t.yz(), t.zz()));
        };
    }
}
