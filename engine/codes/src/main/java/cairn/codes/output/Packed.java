package cairn.codes.output;

import cairn.structure.format.FormatException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Output files as they lie on a disk, of which many are packed once a run is over: by gzip they are read as they are.
public final class Packed {
    /// What is added to the name of a packed file.
    public static final String SUFFIX = ".gz";

    private static final int BUFFER = 1 << 16;
    /// RFC 1952, section 2.3.1.
    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;

    private Packed() {}

    /// The bytes of the text. Of a packed file that was cut, those up to the cut.
    public static InputStream open(Path file) throws IOException {
        if (!isPacked(file)) {
            return Files.newInputStream(file);
        }
        InputStream bytes = Files.newInputStream(file);
        try {
            return new Unpacked(file, new GZIPInputStream(bytes, BUFFER));
        } catch (EOFException _) {
            bytes.close();
            return InputStream.nullInputStream();
        } catch (ZipException _) {
            bytes.close();
            throw damaged(file);
        }
    }

    private static boolean isPacked(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.read() == FIRST && bytes.read() == SECOND;
        }
    }

    /// A name without what packing added to it.
    public static String unpackedName(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    private static FormatException damaged(Path file) {
        return new FormatException(
                file.toString(),
                FormatException.WHOLE_FILE,
                "what gzip wrote is damaged",
                "look at it with gzip -t, and give the file as it was written");
    }

    private static final class Unpacked extends FilterInputStream {
        private final Path file;

        private Unpacked(Path file, GZIPInputStream bytes) {
            super(bytes);
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            try {
                return in.read(into, at, length);
            } catch (EOFException _) {
                return -1;
            } catch (ZipException _) {
                throw damaged(file);
            }
        }
    }
}
