package cairn.codes.dft.gpaw;

import cairn.codes.Code;
import cairn.codes.ForceEngine;
import cairn.codes.Remark;
import cairn.codes.ase.AseClient;
import cairn.codes.client.ClientEngine;
import cairn.codes.client.Patience;
import cairn.codes.dft.DftCode;
import cairn.codes.dft.DftRemarks;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.pseudo.Hashes;
import cairn.structure.Structure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// GPAW with its settings.
record GpawCode(String spec, DftSettings settings) implements Code {
    /// Where GPAW looks for its setups.
    private static final String VARIABLE = "GPAW_SETUP_PATH";

    private static final Path USUAL = Path.of("/usr/share/gpaw-setups");

    @Override
    public String name() {
        return Gpaw.NAME;
    }

    @Override
    public String fingerprint() {
        return DftCode.fingerprint(
                Gpaw.NAME, spec, "setups " + setups().map(Hashes::ofFolder).orElse("not here"));
    }

    private static Optional<Path> setups() {
        Stream<Path> said = Optional.ofNullable(System.getenv(VARIABLE)).stream()
                .flatMap(folders -> Stream.of(folders.split(":")))
                .map(Path::of);
        return Stream.concat(said, Stream.of(USUAL)).filter(Files::isDirectory).findFirst();
    }

    @Override
    public String validity() {
        return DftCode.validity("plane waves and PAW, GPAW", settings);
    }

    @Override
    public List<String> objections(Structure structure) {
        return DftCode.objections(structure);
    }

    @Override
    public List<Remark> remarks(Structure structure) {
        return DftRemarks.of(settings, structure);
    }

    @Override
    public List<Remark> remarksAcrossCells() {
        return DftRemarks.acrossCells(settings);
    }

    @Override
    public ForceEngine open(Path folder) {
        return open(folder, 1);
    }

    @Override
    public ForceEngine open(Path folder, int cores) {
        AseClient client = new AseClient(
                Gpaw.NAME,
                "gpaw",
                "gpaw/calculator.py",
                AseClient.Kept.IN_ONE_CELL,
                structure -> GpawParameters.of(settings, structure));
        return ClientEngine.of(client, folder, cores, Patience.usual());
    }
}
