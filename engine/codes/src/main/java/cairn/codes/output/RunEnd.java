package cairn.codes.output;

import cairn.codes.CodeError;
import cairn.codes.Reading;
import cairn.codes.Reading.Reached;
import java.util.function.Supplier;

/// What the verdict on an output means for the run that wrote it.
public final class RunEnd {
    /// Somebody from outside, whose doing is not the calculation's fault.
    private static final String KILLED = "system/killed";

    private static final String OUT_OF_STEPS = "/not-converged";

    private RunEnd() {}

    /// @param code whose name errors begin with
    /// @param complete what to make of an output that is whole and met the code's own criteria
    public static Reading of(Verdict verdict, String code, Reached reached, Supplier<Reading> complete) {
        return switch (verdict) {
            case Verdict.Complete() -> complete.get();
            case Verdict.Unconverged(String what) -> new Reading.Failed(unconverged(code, what));
            case Verdict.OutOfTime(var _, String how) -> new Reading.Stopped(how, reached);
            case Verdict.Crashed(CodeError error)
            when error.signature().equals(KILLED) -> new Reading.Stopped(error.message(), reached);
            case Verdict.Crashed(CodeError error) -> new Reading.Failed(error);
            case Verdict.Truncated(long at) ->
                new Reading.Stopped("its output ends in the middle, after " + at + " bytes", reached);
            case Verdict.NotThisCalculation(String asked, String did) ->
                new Reading.Failed(new CodeError(
                        code + "/not-this-calculation",
                        "Asked was " + asked + "; " + code + " did " + did + ".",
                        "This is a mistake of Cairn's, or a version of the code that it does not know."));
        };
    }

    /// Whether a relaxation, or a band, used up the steps that it was given.
    public static boolean isOutOfSteps(CodeError error) {
        return error.signature().endsWith(OUT_OF_STEPS);
    }

    private static CodeError unconverged(String code, String what) {
        return what.contains("SCF")
                ? new CodeError(
                        code + "/scf-not-converged",
                        "Not converged: " + what + ".",
                        "Allow more scf_iterations, mix less, or take a smearing if it is a metal.")
                : new CodeError(
                        code + OUT_OF_STEPS,
                        "Not converged: " + what + ".",
                        "Allow more steps, or start from a better structure.");
    }
}
