package cairn.codes.bands.vasp;

import cairn.structure.Forces;
import cairn.structure.Structure;
import cairn.structure.format.Poscar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A POSCAR or CONTCAR of an image. An atom that is held along some directions only counts as free; the forces along
/// these directions do not count.
record PoscarFile(Structure structure, Map<Integer, boolean[]> held) {
    private static final int LINES_BEFORE_MODE = 7;

    static PoscarFile parse(String file, List<String> text) {
        List<String> lines = new ArrayList<>(text);
        Map<Integer, boolean[]> held = new HashMap<>();
        boolean selective = lines.size() > LINES_BEFORE_MODE
                && lines.get(LINES_BEFORE_MODE).strip().toLowerCase(Locale.ROOT).startsWith("s");
        for (int line = LINES_BEFORE_MODE + 2; selective && line < lines.size(); line++) {
            String[] words = lines.get(line).strip().split("\\s+");
            if (words.length >= 6 && isPartial(words)) {
                held.put(
                        line - LINES_BEFORE_MODE - 2,
                        new boolean[] {isHeld(words[3]), isHeld(words[4]), isHeld(words[5])});
                lines.set(line, String.join(" ", words[0], words[1], words[2], "T T T"));
            }
        }
        return new PoscarFile(Poscar.parse(String.join("\n", lines), file), held);
    }

    private static boolean isPartial(String[] words) {
        return isHeld(words[3]) != isHeld(words[4]) || isHeld(words[4]) != isHeld(words[5]);
    }

    private static boolean isHeld(String flag) {
        return flag.toUpperCase(Locale.ROOT).replaceFirst("^\\.", "").startsWith("F");
    }

    Forces free(Forces forces) {
        double[] components = forces.toArray();
        held.forEach((atom, directions) -> {
            for (int axis = 0; axis < 3 && 3 * atom < components.length; axis++) {
                components[3 * atom + axis] = directions[axis] ? 0 : components[3 * atom + axis];
            }
        });
        return Forces.of(components);
    }
}
