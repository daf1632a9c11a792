package cairn.codes.dft.vasp.run;

import cairn.codes.CodeError;
import cairn.codes.Reading;
import cairn.codes.Reading.Reached;
import cairn.codes.bands.vasp.VaspBands;
import cairn.codes.dft.vasp.input.Grouping;
import cairn.codes.dft.vasp.input.VaspProgram;
import cairn.codes.output.Output;
import cairn.codes.output.Verdict;
import cairn.codes.output.vasp.Oszicar;
import cairn.codes.output.vasp.Outcar;
import cairn.codes.task.Found;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import cairn.structure.Forces;
import cairn.structure.Structure;
import cairn.structure.band.BandRecord;
import cairn.structure.band.CodeSays;
import cairn.structure.band.RecordedForces;
import cairn.structure.band.RecordedImage;
import cairn.structure.band.RecordedPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a band has come to, by the OUTCARs of its images. VASP computes nothing at endpoints: their energies are for
/// those who relaxed them to say.
record BandRun(Task.Band task, Start start, Path folder) {
    Reading read() {
        List<Output> outputs = outputs();
        Optional<CodeError> error = error(outputs);
        if (error.isPresent()) {
            return new Reading.Failed(error.get());
        }
        if (outputs.size() < task.images().size() - 2) {
            return new Reading.Stopped("not every image has an OUTCAR", new Reached(start.stepsDone(), List.of()));
        }
        return VaspBands.in(folder)
                .map(band -> read(band, outputs))
                .orElseThrow(() -> new IllegalStateException("the folders of a band are not in " + folder));
    }

    private List<Output> outputs() {
        List<Output> outputs = new ArrayList<>();
        for (int image = 1; image < task.images().size() - 1; image++) {
            Path outcar = folder.resolve(VaspDeck.folder(image) + "OUTCAR");
            if (Files.isRegularFile(outcar)) {
                outputs.add(new Outcar().read(outcar, _ -> {}));
            }
        }
        return outputs;
    }

    /// That of an image, or what the screen says, which all of them share.
    private Optional<CodeError> error(List<Output> outputs) {
        List<Output> all = new ArrayList<>(outputs);
        Path screen = folder.resolve(VaspProgram.SCREEN);
        if (Files.isRegularFile(screen)) {
            all.add(new Oszicar().read(screen, _ -> {}));
        }
        return all.stream()
                .map(Output::verdict)
                .flatMap(verdict -> verdict instanceof Verdict.Crashed(CodeError error)
                        ? List.of(error).stream()
                        : List.<CodeError>of().stream())
                .findFirst();
    }

    private Reading read(BandRecord band, List<Output> outputs) {
        int steps = start.stepsDone() + outputs.getFirst().steps();
        BandRecord ours = inOrder(band);
        if (band.codeSays().verdict() instanceof CodeSays.Verdict.Converged) {
            return new Reading.Finished(
                    new Found.Path(ours, steps, outputs.getFirst().version()));
        }
        Optional<String> why =
                outputs.stream().flatMap(output -> stopped(output).stream()).findFirst();
        return why.<Reading>map(words -> new Reading.Stopped(words, new Reached(steps, structures(ours))))
                .orElseGet(() -> new Reading.Failed(new CodeError(
                        "vasp/not-converged",
                        "The band did not reach fmax " + task.fmax() + " eV/Angstrom in " + steps + " iterations.",
                        "Allow more iterations, or let Cairn drive the band.")));
    }

    private static Optional<String> stopped(Output output) {
        return switch (output.verdict()) {
            case Verdict.OutOfTime(var _, String how) -> Optional.of(how);
            case Verdict.Truncated _ -> Optional.of("an OUTCAR ends before the calculation does");
            case Verdict.Complete _, Verdict.Unconverged _, Verdict.Crashed _, Verdict.NotThisCalculation _ ->
                Optional.empty();
        };
    }

    private List<Structure> structures(BandRecord band) {
        return band.images().stream()
                .flatMap(image -> image.place() instanceof RecordedPlace.Atoms(Structure structure)
                        ? List.of(structure).stream()
                        : List.<Structure>of().stream())
                .toList();
    }

    private BandRecord inOrder(BandRecord band) {
        List<RecordedImage> images = new ArrayList<>();
        for (int image = 0; image < band.images().size(); image++) {
            images.add(inOrder(band.images().get(image), task.images().get(image)));
        }
        return new BandRecord(band.provenance(), images, band.codeSays(), band.gaps());
    }

    private static RecordedImage inOrder(RecordedImage image, Structure of) {
        Grouping grouping = Grouping.of(of.species());
        if (!(image.place() instanceof RecordedPlace.Atoms(Structure said))) {
            throw new IllegalStateException("images of VASP have atoms");
        }
        Structure placed =
                of.withPositions(grouping.ungrouped(said.positions())).unwrappedTowards(of.positions());
        return new RecordedImage(placed, image.energy(), inOrder(image.forces(), grouping));
    }

    private static RecordedForces inOrder(RecordedForces forces, Grouping grouping) {
        return switch (forces) {
            case RecordedForces.True(Forces all) -> new RecordedForces.True(grouping.ungrouped(all));
            case RecordedForces.Nudged(Forces all) -> new RecordedForces.Nudged(grouping.ungrouped(all));
            case RecordedForces.Projected(Forces all, double along) ->
                new RecordedForces.Projected(grouping.ungrouped(all), along);
            case RecordedForces.Unknown unknown -> unknown;
        };
    }
}
