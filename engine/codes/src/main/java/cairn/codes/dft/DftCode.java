package cairn.codes.dft;

import cairn.codes.CodeError;
import cairn.codes.EngineFailure;
import cairn.codes.Overlap;
import cairn.structure.Structure;
import java.util.List;
import java.util.stream.IntStream;

/// What DFT codes have in common.
public final class DftCode {
    private DftCode() {}

    /// What identifies the numbers: all settings, and the files that the code reads.
    public static String fingerprint(String code, String spec, String files) {
        return code + " " + spec + " " + files;
    }

    /// A sentence for the report.
    public static String validity(String method, DftSettings settings) {
        return "DFT with the functional " + settings.functional().word() + " (" + method
                + "). Nothing here says that cutoff and k-points are converged: vary them before you report a number.";
    }

    public static List<String> objections(Structure structure) {
        return Overlap.in(structure)
                .map(error -> List.of(error.message() + "; " + error.advice()))
                .orElse(List.of());
    }

    /// The atoms as inputs list them: symbol, x, y, z (Angstrom).
    public static List<List<Object>> atoms(Structure structure) {
        return IntStream.range(0, structure.count())
                .mapToObj(atom -> List.<Object>of(
                        structure.species().get(atom).symbol(),
                        structure.positions().x(atom),
                        structure.positions().y(atom),
                        structure.positions().z(atom)))
                .toList();
    }

    /// What a job says that finds the machine other than the campaign did.
    public static EngineFailure failure(String signature, String what) {
        return new EngineFailure(
                new CodeError(signature, what, "Do jobs see the same files as the machine where you call cairn?"));
    }
}
