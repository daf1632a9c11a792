package cairn.codes.dft.vasp.input;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The orbitals and the density that a run leaves for the next one in its folder: WAVECAR and CHGCAR.
///
/// A file that was cut is never read: VASP would stop at it, or start from half of it. WAVECAR holds records of one
/// length, two and then one for each k-point and each of its bands, and the first two say how many. CHGCAR is the
/// POSCAR, then for each spin a mesh, its values five a line, and the occupancies of each atom.
public final class SavedField {
    public static final String ORBITALS = "WAVECAR";
    public static final String DENSITY = "CHGCAR";

    private static final int A_LINE = 5;
    private static final Pattern MESH = Pattern.compile("\\s*(\\d+)\\s+(\\d+)\\s+(\\d+)\\s*");
    private static final Pattern OCCUPANCIES = Pattern.compile("augmentation occupancies\\s*(\\d+)\\s+(\\d+)\\s*");

    private SavedField() {}

    public static boolean isWholeWavecar(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file)) {
            double[] first = numbers(channel, 0);
            long record = (long) first[0];
            if (record < 3 * Double.BYTES || channel.size() < 2 * record) {
                return false;
            }
            double[] second = numbers(channel, record);
            double records = 2 + first[1] * second[0] * (1 + second[1]);
            return channel.size() >= record * records;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// Three of them, as Fortran writes them on the machines of today; zeros beyond the end.
    private static double[] numbers(FileChannel channel, long at) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(3 * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int read = 0; read >= 0 && bytes.hasRemaining(); ) {
            read = channel.read(bytes, at + bytes.position());
        }
        return new double[] {bytes.getDouble(0), bytes.getDouble(8), bytes.getDouble(16)};
    }

    /// Of so many atoms, and 1 or 2 spins.
    public static boolean isWholeChgcar(Path file, int atoms, int spins) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return endsWithLine(file) && skip(lines, 9 + atoms) && hasSpins(lines, atoms, spins);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static boolean hasSpins(BufferedReader lines, int atoms, int spins) throws IOException {
        boolean whole = hasSpin(lines, atoms);
        for (int spin = 1; whole && spin < spins; spin++) {
            whole = skip(lines, Math.ceilDiv(atoms, A_LINE)) && hasSpin(lines, atoms);
        }
        return whole;
    }

    private static boolean hasSpin(BufferedReader lines, int atoms) throws IOException {
        Matcher mesh = MESH.matcher(next(lines));
        if (!mesh.matches()) {
            return false;
        }
        long points = Long.parseLong(mesh.group(1)) * Long.parseLong(mesh.group(2)) * Long.parseLong(mesh.group(3));
        boolean whole = skip(lines, Math.ceilDiv(points, A_LINE));
        for (int atom = 0; whole && atom < atoms; atom++) {
            Matcher occupancies = OCCUPANCIES.matcher(next(lines));
            whole = occupancies.matches() && skip(lines, Math.ceilDiv(Long.parseLong(occupancies.group(2)), A_LINE));
        }
        return whole;
    }

    private static String next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        return line == null ? "" : line;
    }

    private static boolean skip(BufferedReader lines, long count) throws IOException {
        for (long line = 0; line < count; line++) {
            if (lines.readLine() == null) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsWithLine(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) == '\n';
        }
    }

    public static void delete(Path folder) {
        for (String name : Set.of(ORBITALS, DENSITY, "CHG")) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + folder.resolve(name), e);
            }
        }
    }
}
