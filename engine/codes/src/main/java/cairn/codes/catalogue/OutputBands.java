package cairn.codes.catalogue;

import cairn.codes.bands.BandFolder;
import cairn.codes.bands.BandReader;
import cairn.codes.bands.ImageCount;
import cairn.codes.output.Energies;
import cairn.codes.output.Output;
import cairn.codes.output.Output.Last;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.Verdict;
import cairn.structure.Structure;
import cairn.structure.band.BandRecord;
import cairn.structure.band.CodeSays;
import cairn.structure.band.Gap;
import cairn.structure.band.Provenance;
import cairn.structure.band.RecordedEnergy;
import cairn.structure.band.RecordedForces;
import cairn.structure.band.RecordedImage;
import cairn.structure.format.FormatException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Bands of which each image was computed by itself: one output for each, in folders or files that count the images
/// from 0 or 1, such as `00/si.out`, `01/si.out`, ...; of each the last step counts.
final class OutputBands implements BandReader {
    @Override
    public String recognises() {
        return "an output of pw.x, CP2K, VASP, GPAW for each image (00/x.out, 01/x.out, ...)";
    }

    @Override
    public Optional<BandRecord> read(BandFolder folder, ImageCount images) {
        List<List<Path>> bands = NumberedFiles.in(folder.path()).stream()
                .filter(NumberedFiles::isBand)
                .map(row -> List.copyOf(row.files().values()))
                .filter(files -> isMeant(files, images) && areOutputs(folder.path(), files))
                .toList();
        return bands.isEmpty() ? Optional.empty() : Optional.of(new Reading(folder.path(), bands.getFirst()).record());
    }

    private static boolean isMeant(List<Path> files, ImageCount images) {
        return switch (images) {
            case ImageCount.Of(int count) -> files.size() == count;
            case ImageCount.Unsaid _ -> true;
        };
    }

    private static boolean areOutputs(Path folder, List<Path> files) {
        try {
            return files.stream()
                    .allMatch(file -> Outputs.of(folder.resolve(file)).isPresent());
        } catch (FormatException _) {
            return false;
        }
    }

    private static final class Reading {
        private final Path folder;
        private final List<Path> files;
        private final List<Gap> gaps = new ArrayList<>();

        Reading(Path folder, List<Path> files) {
            this.folder = folder;
            this.files = files;
        }

        BandRecord record() {
            List<Output> outputs = files.stream().map(this::output).toList();
            List<RecordedImage> images = new ArrayList<>();
            for (int image = 0; image < files.size(); image++) {
                images.add(image(files.get(image), outputs.get(image)));
            }
            Output first = outputs.getFirst();
            return new BandRecord(
                    new Provenance(
                            first.code(),
                            first.version(),
                            files.stream().map(Path::toString).toList()),
                    images,
                    CodeSays.nothing(),
                    gaps);
        }

        private Output output(Path file) {
            Path path = folder.resolve(file);
            OutputReader reader = Outputs.of(path).orElseThrow();
            return reader.read(path, _ -> {});
        }

        private RecordedImage image(Path file, Output output) {
            requireEnergy(file, output.verdict());
            return switch (output.last()) {
                case Last.Of(Step step) -> image(file, step);
                case Last.None _ -> throw problem(file, "there is no whole step in it", "compute this image again");
            };
        }

        /// A relaxation that stopped early has forces that say so; an SCF that did has no energy to use (rule E5).
        private void requireEnergy(Path file, Verdict verdict) {
            switch (verdict) {
                case Verdict.Complete _ -> {}
                case Verdict.Unconverged(String what)
                when !what.contains("SCF") ->
                    gaps.add(new Gap(file + " did not converge: " + what, "judge fmax with that in mind"));
                case Verdict.Unconverged(String what) ->
                    throw problem(file, "it did not converge: " + what, "compute this image again");
                case Verdict.NotThisCalculation(String asked, String did) ->
                    throw problem(file, asked + ", but " + did, "compute this image again");
                case Verdict.Truncated _, Verdict.OutOfTime _ ->
                    gaps.add(new Gap(file + " ends before its calculation does", "wait for its end, or run it again"));
                case Verdict.Crashed(var error) -> throw problem(file, error.message(), error.advice());
            }
        }

        private RecordedImage image(Path file, Step step) {
            return switch (step.structure()) {
                case SaidStructure.Given(Structure structure) ->
                    new RecordedImage(structure, energy(step.energies()), forces(step.forces()));
                case SaidStructure.NotGiven _ ->
                    throw problem(file, "it does not say where the atoms are", "give the output with its positions");
            };
        }

        private static RecordedEnergy energy(Energies energies) {
            OptionalDouble sigmaZero = energies.of(Energies.Kind.SIGMA_ZERO);
            return sigmaZero.isPresent()
                    ? new RecordedEnergy.FreeAndSigmaZero(energies.free(), sigmaZero.getAsDouble())
                    : new RecordedEnergy.Free(energies.free());
        }

        private static RecordedForces forces(SaidForces forces) {
            return switch (forces) {
                case SaidForces.Given(var all) -> new RecordedForces.True(all);
                case SaidForces.NotGiven _ -> new RecordedForces.Unknown();
            };
        }

        private FormatException problem(Path file, String what, String todo) {
            return new FormatException(folder.resolve(file).toString(), FormatException.WHOLE_FILE, what, todo);
        }
    }
}
