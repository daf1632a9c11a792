package cairn.campaign.yaml;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// YAML 1.2's core schema, remembering what it took recent texts for: the library asks up to six regular expressions
/// for each, a tenth of the time to read a large workflow, and most numbers of a workflow are always the same.
final class CoreTags extends CoreSchema {
    private static final int SLOTS = 1 << 8;

    private record Known(String text, Tag tag) {}

    private final ScalarResolver resolver = new Remembering(super.getScalarResolver());

    @Override
    public ScalarResolver getScalarResolver() {
        return resolver;
    }

    /// Parsers of several threads may share it: a slot is read and written as a whole.
    private record Remembering(ScalarResolver core, AtomicReferenceArray<Known> known) implements ScalarResolver {
        Remembering(ScalarResolver core) {
            this(core, new AtomicReferenceArray<>(SLOTS));
        }

        @Override
        public Tag resolve(String text, Boolean implicit) {
            if (!implicit) {
                return core.resolve(text, false);
            }
            int slot = text.hashCode() & (SLOTS - 1);
            Known at = known.get(slot);
            if (at != null && at.text().equals(text)) {
                return at.tag();
            }
            Tag tag = core.resolve(text, true);
            known.set(slot, new Known(text, tag));
            return tag;
        }
    }
}
