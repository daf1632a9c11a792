package cairn.campaign.work;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.Code;
import cairn.codes.ForceEngine;
import cairn.codes.catalogue.Codes;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriorCodeTest {
    @TempDir
    private Path folder;

    @Test
    void several_threads_at_once_get_the_answers_that_one_gets() {
        Code meam = Codes.named("builtin/meam-lisi").orElseThrow();
        List<Structure> structures = IntStream.range(0, 40)
                .mapToObj(i -> Silicon.withLithiumAt(0.5 + 0.006 * i))
                .toList();
        List<Evaluation> oneByOne;
        try (ForceEngine engine = meam.open(folder)) {
            oneByOne = structures.stream().map(engine::evaluate).toList();
        }

        try (PriorCode prior = PriorCode.open(meam, folder)) {
            assertThat(structures.parallelStream().map(prior::evaluate).toList())
                    .isEqualTo(oneByOne);
        }
    }
}
