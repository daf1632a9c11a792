package cairn.codes;

/// A code that cannot give energy and forces of a structure: what it said, and what to do about it.
public final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final CodeError error;

    public EngineFailure(CodeError error) {
        super(error.message());
        this.error = error;
    }

    public CodeError error() {
        return error;
    }
}
