package cairn.campaign.language;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.campaign.language.StructureReader.Read;
import cairn.campaign.language.verbs.Verbs;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Another project's reader of JSON Schema judges the same files as our own reader.
class SchemaTest {
    private static final Path ROOT = Path.of(System.getProperty("cairn.root"));
    private static final Path BROKEN = ROOT.resolve("engine/campaign/src/test/resources/broken");

    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                    new Language(Verbs.all(), new Vocabulary(List.of(), (_, _) -> new Read.Unreadable("no files here")))
                            .schema()
                            .toString(),
                    InputFormat.JSON);

    @ParameterizedTest
    @ValueSource(strings = {"li-in-silicon", "two-hops-in-silicon", "bain-path-of-lithium", "li-si-phases"})
    void every_workflow_of_ours_fits_the_schema(String name) throws IOException {
        assertThat(errors(ROOT.resolve("workflows").resolve(name).resolve("workflow.yaml")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown-key",
                "misspelt-top-level",
                "missing-everything",
                "not-a-mapping",
                "wrong-version",
                "wrong-types",
                "walltime",
                "verbs",
                "insertion",
                "code-mapping",
                "many"
            })
    void what_the_reader_refuses_for_its_form_the_schema_refuses(String name) throws IOException {
        assertThat(errors(BROKEN.resolve(name + ".yaml"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cycle",
                "unknown-names",
                "structure-as-endpoint",
                "ambiguous-name",
                "matrix-points",
                "different-atoms",
                "different-settings",
                "unrelaxed-endpoint",
                "no-code"
            })
    void what_is_wrong_in_meaning_only_fits_the_schema(String name) throws IOException {
        assertThat(errors(BROKEN.resolve(name + ".yaml"))).isEmpty();
    }

    private List<Error> errors(Path file) throws IOException {
        return schema.validate(Files.readString(file), InputFormat.YAML);
    }
}
