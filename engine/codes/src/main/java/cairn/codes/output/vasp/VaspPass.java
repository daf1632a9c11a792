package cairn.codes.output.vasp;

import cairn.codes.output.Cost;
import cairn.codes.output.Output;
import cairn.codes.output.Verdict;
import cairn.codes.output.vasp.course.Course;
import cairn.codes.output.vasp.course.VaspVerdict;
import cairn.codes.output.vasp.settings.Settings;
import cairn.codes.output.vasp.settings.VaspFingerprint;

/// What one file of a run says once it was gone through; `at` is where its whole lines end.
record VaspPass(Settings settings, Course course, Cost cost, long at) {
    Output output() {
        return with(verdict());
    }

    Verdict verdict() {
        return VaspVerdict.of(settings.job(), course, at);
    }

    Output with(Verdict verdict) {
        return new Output(
                "VASP",
                settings.version().isEmpty() ? Output.UNKNOWN_VERSION : settings.version(),
                verdict,
                course.steps(),
                course.last(),
                VaspFingerprint.of(settings),
                course.warnings(),
                cost);
    }
}
