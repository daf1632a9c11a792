package cairn.campaign.verb;

import cairn.campaign.step.Calculation;
import cairn.campaign.step.CalculationId;
import cairn.campaign.step.Failure;
import cairn.campaign.step.Outcome;
import cairn.campaign.step.Rendered;
import cairn.campaign.work.WorkResult;
import cairn.cluster.Resources;
import cairn.codes.CodeError;
import cairn.codes.Deck;
import cairn.codes.NativeRuns;
import cairn.codes.Reading;
import cairn.codes.task.Found;
import cairn.codes.task.Room;
import cairn.codes.task.Start;
import cairn.codes.task.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A relaxation that the code runs by itself.
record NativeRelaxation(CalculationId id, Setup setup, NativeRuns code, Task.Relax task) implements Calculation {
    @Override
    public Resources resources() {
        return setup.resources();
    }

    @Override
    public Rendered render() {
        Deck deck = code.deck(task, new Start.Beginning(), Room.unlimited(1));
        return new Rendered(
                deck.files(),
                command(deck),
                deck.outputs(),
                List.of(),
                setup.code().fingerprint(task.structure().species()));
    }

    private static List<String> command(Deck deck) {
        List<String> command = new ArrayList<>(List.of("env"));
        deck.environment().forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(deck.command());
        return command;
    }

    @Override
    public Outcome collect(Path directory) {
        return switch (code.read(task, new Start.Beginning(), directory)) {
            case Reading.Finished(Found found) -> new Outcome.Done(WorkResult.found(found));
            case Reading.Stopped(String why, var _) -> new Outcome.Incomplete(why);
            case Reading.Failed(CodeError error) ->
                new Outcome.Failed(new Failure(error.signature(), error.message(), error.advice()));
        };
    }
}
