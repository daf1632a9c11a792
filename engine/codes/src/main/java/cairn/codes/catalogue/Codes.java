package cairn.codes.catalogue;

import cairn.codes.Code;
import cairn.codes.CodeKind;
import cairn.codes.CodeSpec;
import cairn.codes.ase.Ase;
import cairn.codes.dft.cp2k.Cp2k;
import cairn.codes.dft.espresso.Espresso;
import cairn.codes.dft.gpaw.Gpaw;
import cairn.codes.dft.vasp.Vasp;
import cairn.codes.lammps.Lammps;
import cairn.codes.meam.MeamLiSi;
import java.util.List;
import java.util.Optional;

/// The codes that Cairn knows: those that are as they are, and the kinds that settings make a code of.
public final class Codes {
    private static final List<CodeKind> KINDS = List.of(new Espresso(), new Cp2k(), new Gpaw(), new Vasp(), new Ase());
    private static final List<Code> ALL = List.of(new MeamLiSi(), Lammps.withLithiumSilicon());

    private Codes() {}

    /// The codes that take settings.
    public static List<CodeKind> kinds() {
        return KINDS;
    }

    /// The code of a [CodeSpec]; empty if there is none of that name.
    public static Optional<Code> of(String spec) {
        return CodeSpec.hasSettings(spec)
                ? kind(CodeSpec.name(spec)).map(kind -> kind.with(CodeSpec.settings(spec)))
                : named(spec);
    }

    private static Optional<CodeKind> kind(String name) {
        return KINDS.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /// The codes that need no settings.
    public static List<String> names() {
        return ALL.stream().map(Code::name).toList();
    }

    public static Optional<Code> named(String name) {
        return ALL.stream().filter(code -> code.name().equals(name)).findFirst();
    }
}
