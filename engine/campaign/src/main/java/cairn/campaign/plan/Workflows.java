package cairn.campaign.plan;

import cairn.campaign.language.Language;
import cairn.campaign.language.Setting;
import cairn.campaign.language.Vocabulary;
import cairn.campaign.language.Workflow;
import cairn.campaign.language.verbs.Verbs;
import cairn.campaign.yaml.Node;
import cairn.campaign.yaml.Problems;
import cairn.campaign.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Checks workflow files: a plan, or all that is wrong with it.
public final class Workflows {
    private Workflows() {}

    /// A file in the language with all verbs, some of its values replaced by settings of the command line.
    ///
    /// Nothing the user wrote makes this throw; nothing is written.
    public static Checked check(Path file, List<Setting> settings, Vocabulary vocabulary) {
        return check(file, settings, new Language(Verbs.all(), vocabulary.in(folder(file))));
    }

    static Checked check(Path file, List<Setting> settings, Language language) {
        Problems problems = new Problems();
        Optional<Plan> plan =
                YamlReader.read(file, problems).flatMap(document -> plan(document, file, settings, language, problems));
        return plan.isEmpty() || problems.anyBlocks()
                ? new Checked.Bad(problems.sorted())
                : new Checked.Good(plan.get(), problems.sorted());
    }

    private static Optional<Plan> plan(
            Node document, Path file, List<Setting> settings, Language language, Problems problems) {
        Node changed = Setting.apply(document, settings, problems);
        Optional<Workflow> workflow = language.read(changed, problems);
        StructureLibrary library =
                new StructureLibrary(folder(file), language.vocabulary().structures(), problems);
        return workflow.flatMap(read -> new Planner(language, read, library, problems).plan());
    }

    private static Path folder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
    }
}
