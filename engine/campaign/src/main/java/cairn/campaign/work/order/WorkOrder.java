package cairn.campaign.work.order;

import cairn.codes.Code;
import cairn.codes.catalogue.Codes;
import cairn.codes.task.Task;
import cairn.neb.NebSettings;
import cairn.neb.Observation;
import cairn.neb.dynamics.DynamicsSettings;
import cairn.neb.relax.RelaxSettings;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.util.List;
import java.util.Optional;

/// What a job that Cairn runs itself is to do, with which code of [cairn.codes.catalogue.Codes].
public sealed interface WorkOrder {
    /// The order itself, an input of the job.
    String FILE = "work.json";

    /// What the job found, or why it found nothing: there only once the work is over.
    String RESULT = "result.json";

    /// Every evaluation so far; a later attempt starts from it.
    String EVALUATIONS = "evaluations.log";

    /// What the job had to change of its code's numerics; a later attempt starts with it.
    String CORRECTIONS = "corrections.log";

    /// What the job runs in its directory. Where Cairn is installed on the machine of the job is for the writer of the
    /// job's script to say: it puts its own launcher, as many arguments as that takes, where `@cairn` stands.
    List<String> COMMAND = List.of("@cairn", "work", ".");

    /// As [Code#spec] says it.
    String code();

    record Energy(String code, Structure structure) implements WorkOrder {}

    record Relax(String code, Structure structure, RelaxSettings settings) implements WorkOrder {}

    /// Atoms put into a host, a run of molecular dynamics with them, and a relaxation from where it ends.
    record Insert(String code, Structure host, Insertion insertion, DynamicsSettings dynamics, RelaxSettings relax)
            implements WorkOrder {}

    /// A band, the images along a path that is known already (none: the search begins between the endpoints), and what
    /// has been evaluated near its endpoints, for a search that learns from data.
    record Band(String code, Endpoint from, Endpoint to, BandTask task, List<Structure> along, List<Observation> known)
            implements WorkOrder {
        public Band {
            along = List.copyOf(along);
            known = List.copyOf(known);
        }

        /// A band of which nothing is known but its endpoints and what has been evaluated near them.
        public Band(String code, Endpoint from, Endpoint to, BandTask task, List<Observation> known) {
            this(code, from, to, task, List.of(), known);
        }

        /// A band of which nothing is asked but that its search converges.
        public Band(
                String code,
                Endpoint from,
                Endpoint to,
                NebSettings settings,
                SearchChoice search,
                List<Observation> known) {
            this(code, from, to, BandTask.of(settings, search), known);
        }

        public NebSettings settings() {
            return task.settings();
        }

        public SearchChoice search() {
            return task.search();
        }

        /// The code that the search takes for its prior.
        public Optional<Code> prior() {
            return switch (search()) {
                case SearchChoice.Surrogate(var _, var _, SearchChoice.Prior.OfCode(String name)) ->
                    Optional.of(
                            Codes.named(name).orElseThrow(() -> new IllegalStateException("there is no code " + name)));
                case SearchChoice.Surrogate(var _, var _, SearchChoice.Prior.None()) -> Optional.empty();
                case SearchChoice.Plain _ -> Optional.empty();
            };
        }
    }

    /// A task that the code does by itself, watched by Cairn.
    record Driven(String code, Task task) implements WorkOrder {}

    /// A relaxed minimum at an end of a path, and what the code said of it.
    record Endpoint(Structure structure, Evaluation evaluation) {}
}
