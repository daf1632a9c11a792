package cairn.codes.catalogue;

import cairn.codes.output.OutputReader;
import cairn.codes.output.Packed;
import cairn.codes.output.cp2k.Cp2kReader;
import cairn.codes.output.espresso.NebTextReader;
import cairn.codes.output.espresso.PwTextReader;
import cairn.codes.output.espresso.PwXmlReader;
import cairn.codes.output.gpaw.GpawText;
import cairn.codes.output.lammps.LammpsDump;
import cairn.codes.output.lammps.LammpsLog;
import cairn.codes.output.vasp.Oszicar;
import cairn.codes.output.vasp.Outcar;
import cairn.codes.output.vasp.Vasprun;
import cairn.codes.output.xyz.XyzOutput;
import cairn.structure.format.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The output files of codes that Cairn can read, told apart by what they say, not by their names.
public final class Outputs {
    /// How much of a file is looked at: banners come after what mpirun and the code's libraries have to say.
    private static final int HEAD = 1 << 16;

    private static final List<OutputReader> READERS = List.of(
            new PwTextReader(),
            new PwXmlReader(),
            new NebTextReader(),
            new Cp2kReader(),
            new Outcar(),
            new Vasprun(),
            new Oszicar(),
            new GpawText(),
            new LammpsLog(),
            new LammpsDump(),
            new XyzOutput());

    /// What packs files besides gzip, by the bytes that its files begin with, in ISO-8859-1.
    private enum Packer {
        BZIP2("BZh", "bunzip2 -k"),
        XZ("\u00fd7zXZ", "unxz -k"),
        ZSTD("(\u00b5/\u00fd", "unzstd"),
        ZIP("PK\u0003\u0004", "unzip");

        private final String magic;
        private final String unpack;

        Packer(String magic, String unpack) {
            this.magic = magic;
            this.unpack = unpack;
        }
    }

    private Outputs() {}

    /// Of what, for people.
    public static List<String> known() {
        return READERS.stream().map(OutputReader::what).toList();
    }

    /// The reader that knows this file.
    ///
    /// @throws FormatException if it cannot be read, or is no text
    public static Optional<OutputReader> of(Path file) {
        String head = head(file);
        return READERS.stream().filter(reader -> reader.isOne(head)).findFirst();
    }

    private static String head(Path file) {
        if (!Files.isRegularFile(file)) {
            throw problem(file, Files.exists(file) ? "it is no file" : "there is no such file", "name an output file");
        }
        try (InputStream bytes = Packed.open(file)) {
            String head = new String(bytes.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            for (Packer packer : Packer.values()) {
                if (head.startsWith(packer.magic)) {
                    throw problem(file, "it is packed", "unpack it first: " + packer.unpack + " " + file);
                }
            }
            if (head.indexOf('\0') >= 0) {
                throw problem(file, "it is no text", "name an output file");
            }
            return head;
        } catch (IOException _) {
            throw problem(file, "it cannot be read", "ask its owner for the right to");
        }
    }

    private static FormatException problem(Path file, String what, String todo) {
        return new FormatException(file.toString(), FormatException.WHOLE_FILE, what, todo);
    }
}
