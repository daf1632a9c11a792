package cairn.codes.catalogue;

import cairn.codes.Code;
import cairn.codes.lammps.Lammps;
import cairn.codes.meam.MeamLiSi;
import java.util.List;
import java.util.Optional;

/// The codes that Cairn knows.
public final class Codes {
    private static final List<Code> ALL = List.of(new MeamLiSi(), Lammps.withLithiumSilicon());

    private Codes() {}

    public static List<String> names() {
        return ALL.stream().map(Code::name).toList();
    }

    public static Optional<Code> named(String name) {
        return ALL.stream().filter(code -> code.name().equals(name)).findFirst();
    }
}
