package cairn.structure.format;

import cairn.structure.Fraction;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads and writes a structure in the format that the file's name says.
///
/// CIF is `*.cif`; POSCAR is `POSCAR*`, `CONTCAR*`, `*.poscar` or `*.vasp`; extended XYZ is `*.xyz` or
/// `*.extxyz`; XSF is `*.xsf`.
public final class StructureFiles {
    private StructureFiles() {}

    private enum Format {
        CIF,
        POSCAR,
        EXTENDED_XYZ,
        XSF
    }

    /// @throws FormatException if the file does not say one structure clearly
    public static Structure read(Path path) {
        return switch (format(path)) {
            case CIF -> Cif.read(path);
            case POSCAR -> Poscar.read(path);
            case EXTENDED_XYZ -> ExtendedXyz.read(path);
            case XSF -> Xsf.read(path);
        };
    }

    public static void write(Path path, Structure structure) {
        switch (format(path)) {
            case CIF -> Cif.write(path, structure);
            case POSCAR -> Poscar.write(path, structure);
            case EXTENDED_XYZ -> ExtendedXyz.write(path, structure);
            case XSF -> Xsf.write(path, structure);
        }
    }

    /// The sites that a file names, by label; empty for the formats that name none, which is all but CIF.
    public static SequencedMap<String, Fraction> sites(Path path) {
        return switch (format(path)) {
            case CIF -> Cif.readCrystal(path).sites();
            case POSCAR, EXTENDED_XYZ, XSF -> new LinkedHashMap<>();
        };
    }

    /// Whether [#read] knows the format of a file with this name.
    public static boolean knows(Path path) {
        return formatOf(path).isPresent();
    }

    private static Format format(Path path) {
        return formatOf(path)
                .orElseThrow(() -> new FormatException(
                        TextFiles.name(path),
                        FormatException.WHOLE_FILE,
                        "the name does not say which format this is",
                        "name it *.cif, POSCAR*, CONTCAR*, *.poscar, *.vasp, *.xyz, *.extxyz or *.xsf"));
    }

    private static Optional<Format> formatOf(Path path) {
        String name = TextFiles.name(path);
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".cif")) {
            return Optional.of(Format.CIF);
        }
        if (lower.endsWith(".xyz") || lower.endsWith(".extxyz")) {
            return Optional.of(Format.EXTENDED_XYZ);
        }
        if (lower.endsWith(".xsf")) {
            return Optional.of(Format.XSF);
        }
        boolean vasp = name.startsWith("POSCAR")
                || name.startsWith("CONTCAR")
                || lower.endsWith(".poscar")
                || lower.endsWith(".vasp");
        return vasp ? Optional.of(Format.POSCAR) : Optional.empty();
    }
}
