package cairn.codes.dft.vasp;

import cairn.codes.EngineFailure;
import cairn.codes.EngineLost;
import cairn.codes.ForceEngine;
import cairn.codes.Overlap;
import cairn.codes.client.Patience;
import cairn.codes.dft.DftCode;
import cairn.codes.dft.vasp.input.Grouping;
import cairn.codes.dft.vasp.input.InputFiles;
import cairn.codes.dft.vasp.potcar.PotcarChoice;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// VASP as an engine: one process for each structure, with NSW = 0, in a folder that is kept for structures like it.
///
/// A process that is killed is started again, a few times. One that fails after it has read what an earlier one saved
/// is started once more from nothing, since the saved may be the cause. The POTCAR is there while VASP runs, and is
/// then removed.
final class VaspEngine implements ForceEngine {
    private static final int MOST_STARTS = 3;
    private static final List<String> OUTPUTS = List.of(Answer.OUTPUT, "OUTCAR", "OSZICAR", "CONTCAR");

    private final VaspCode code;
    private final VaspCommand command;
    private final Duration longest;
    private final Places places;
    private Optional<String> version = Optional.empty();

    private VaspEngine(VaspCode code, Path folder, VaspCommand command, Duration longest) {
        this.code = code;
        this.command = command;
        this.longest = longest;
        this.places = new Places(folder.toAbsolutePath());
    }

    static VaspEngine of(VaspCode code, Path folder, VaspCommand command) {
        return new VaspEngine(code, folder, command, Patience.usual().first());
    }

    @Override
    public Evaluation evaluate(Structure structure) {
        Overlap.in(structure).ifPresent(error -> {
            throw new EngineFailure(error);
        });
        Place place = places.of(structure);
        for (int start = 1; start < MOST_STARTS; start++) {
            try {
                return ask(place, structure);
            } catch (EngineLost _) {
                // What it was writing when it was killed is of no use; the last start passes on what happened.
                place.forget();
            }
        }
        return ask(place, structure);
    }

    private Evaluation ask(Place place, Structure structure) {
        boolean restarted = place.isKnown();
        try {
            return run(place, structure);
        } catch (EngineFailure failure) {
            place.forget();
            if (restarted) {
                return run(place, structure);
            }
            throw failure;
        }
    }

    private Evaluation run(Place place, Structure structure) {
        PotcarChoice choice = code.potcars().of(structure.species());
        if (!choice.objections().isEmpty()) {
            throw DftCode.failure("vasp/no-potcars", String.join(" ", choice.objections()));
        }
        Grouping grouping = Grouping.of(structure.species());
        Answer.Given given = answer(place, grouping.grouped(structure), choice);
        version = Optional.of(given.version());
        place.computed(structure);
        Evaluation evaluation = given.evaluation();
        return new Evaluation(evaluation.energyEv(), grouping.ungrouped(evaluation.forces()), evaluation.stress());
    }

    private Answer.Given answer(Place place, Structure grouped, PotcarChoice choice) {
        Path folder = place.folder();
        Path potcar = folder.resolve(InputFiles.POTCAR);
        try {
            for (String output : OUTPUTS) {
                Files.deleteIfExists(folder.resolve(output));
            }
            Map<String, String> inputs = InputFiles.of(code.settings(), grouped, choice.potcars(), tags(place));
            for (Map.Entry<String, String> input : inputs.entrySet()) {
                Files.writeString(folder.resolve(input.getKey()), input.getValue());
            }
            choice.writeTo(potcar);
            return new Answer(folder, grouped, command.run(folder, longest)).read();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the inputs of VASP to " + folder, e);
        } finally {
            remove(potcar);
        }
    }

    private SequencedMap<String, String> tags(Place place) {
        SequencedMap<String, String> tags = place.start(code.settings().spin().isResolved() ? 2 : 1);
        tags.put("NSW", "0");
        tags.put("IBRION", "-1");
        tags.put("ISIF", "2");
        tags.put("LWAVE", ".TRUE.");
        tags.put("LCHARG", ".TRUE.");
        return tags;
    }

    private static void remove(Path potcar) {
        try {
            Files.deleteIfExists(potcar);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + potcar, e);
        }
    }

    @Override
    public String version() {
        return version.orElseThrow(() -> new IllegalStateException("VASP has not answered yet"));
    }

    @Override
    public void close() {
        places.close();
    }
}
