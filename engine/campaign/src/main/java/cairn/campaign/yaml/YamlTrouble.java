package cairn.campaign.yaml;

/// Ends the reading of a document that cannot be read on; never leaves this package.
final class YamlTrouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    YamlTrouble(Location at, String what, String advice) {
        super(what);
        this.problem = new Problem(at, Problem.Severity.BLOCK, "", what, advice);
    }

    Problem problem() {
        return problem;
    }
}
