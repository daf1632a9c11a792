package cairn.campaign.language.verbs;

import cairn.campaign.language.Verb;
import java.util.List;

/// All verbs of the language. A new kind of science is a new line here.
public final class Verbs {
    private static final List<Verb> ALL = List.of(
            new Relax(),
            new Energy(),
            new Dynamics(),
            new Neb(),
            new EquationOfState(),
            new Hull(),
            new Voltage(),
            new Alloy(),
            new Converge());

    private Verbs() {}

    public static List<Verb> all() {
        return ALL;
    }
}
