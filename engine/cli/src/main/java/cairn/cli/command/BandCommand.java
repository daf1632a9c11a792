package cairn.cli.command;

import cairn.cli.engine.BandCall;
import cairn.cli.engine.BandCall.Destination;
import cairn.cli.engine.Console;
import cairn.cli.engine.Engine;
import cairn.codes.bands.ImageCount;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cairn band FOLDER`.
@Command(
        name = "band",
        header = "Profile and barrier of a band that someone else's code ran.",
        description = {
            "Reads what is in the folder: neb.x, VASP with VTST, CP2K BAND, LAMMPS neb, ASE trajectories, or an output of a code for each image (00/x.out, 01/x.out, ...). Says what is missing, and whether the band is converged; images that were computed with different settings are refused. Needs neither the code nor a campaign, and writes nothing unless --out says where."
        },
        footer = {"", "Example:", "  cairn band runs/hop --out hop-figures"})
final class BandCommand implements Callable<Integer> {
    private final Engine engine;
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ImageCount images = new ImageCount.Unsaid();
    private Destination destination = new Destination.Nowhere();

    @Parameters(paramLabel = "FOLDER", description = "The folder of the run, or the one file in it that is meant.")
    private Path folder = Path.of("");

    @Option(
            names = "--fmax",
            paramLabel = "F",
            defaultValue = "0.05",
            description = "What counts as converged, eV/Angstrom (default: ${DEFAULT-VALUE}).")
    private double fmax;

    @Mixin
    private OutputOption output = new OutputOption();

    BandCommand(Engine engine, Console console) {
        this.engine = engine;
        this.console = console;
    }

    @Option(
            names = "--images",
            paramLabel = "N",
            description = "How many images the band has, endpoints included, where the files do not say.")
    void images(int count) {
        if (count < 3) {
            throw wrong("--images " + count + ": a band has two endpoints and at least one image between them");
        }
        images = new ImageCount.Of(count);
    }

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write profile.csv, curve.csv, profile.svg, band.json and band.extxyz into this folder.")
    void out(Path path) {
        destination = new Destination.Folder(path);
    }

    @Override
    public Integer call() {
        if (!(fmax > 0) || Double.isInfinite(fmax)) {
            throw wrong("--fmax must be a positive number, in eV/Angstrom");
        }
        return engine.band(new BandCall(folder, images, fmax, destination), output.console(console))
                .status();
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
