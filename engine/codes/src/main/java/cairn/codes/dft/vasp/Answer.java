package cairn.codes.dft.vasp;

import cairn.codes.CodeError;
import cairn.codes.EngineFailure;
import cairn.codes.EngineLost;
import cairn.codes.dft.vasp.input.VaspProgram;
import cairn.codes.output.Output;
import cairn.codes.output.Output.Last;
import cairn.codes.output.Step;
import cairn.codes.output.Step.SaidForces;
import cairn.codes.output.Step.SaidStructure;
import cairn.codes.output.Verdict;
import cairn.codes.output.vasp.Oszicar;
import cairn.codes.output.vasp.Vasprun;
import cairn.structure.Evaluation;
import cairn.structure.Structure;
import cairn.structure.format.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a run of VASP on one structure came to, by what it wrote: neither an exit status nor an energy alone is
/// believed.
///
/// `structure` is in the order of POSCAR.
record Answer(Path folder, Structure structure, VaspCommand.End end) {
    static final String OUTPUT = "vasprun.xml";

    /// What vasprun.xml prints, eight decimals of a fraction, in the longest cells.
    private static final double SAME_PLACE = 1e-5;

    private static final String LOOK = "Look into " + VaspProgram.SCREEN + " and OUTCAR in ";

    /// The evaluation, in the order of POSCAR, and the version of VASP.
    record Given(Evaluation evaluation, String version) {}

    /// @throws EngineFailure if VASP could not say
    /// @throws EngineLost if something outside ended it
    Given read() {
        Output output = output();
        return switch (output.verdict()) {
            case Verdict.Complete _ -> given(output);
            case Verdict.Unconverged(String what) ->
                throw failure(
                        "vasp/scf-not-converged",
                        "VASP did not converge " + what + ".",
                        "Allow more scf_iterations, or try vasp: {algo: All}, or mix less: vasp: {amix: 0.1,"
                                + " bmix: 0.01}.");
            case Verdict.Crashed(CodeError error) -> throw new EngineFailure(error);
            case Verdict.OutOfTime(var _, String how) -> throw lost("VASP was stopped: " + how);
            case Verdict.NotThisCalculation(String asked, String did) ->
                throw failure(
                        "vasp/not-this-calculation", "VASP was asked for " + asked + " and did " + did + ".", look());
            case Verdict.Truncated _ -> throw cut();
        };
    }

    /// vasprun.xml, with the files beside it; what went to the screen, where there is none.
    private Output output() {
        Path xml = folder.resolve(OUTPUT);
        try {
            return Files.isRegularFile(xml) && Files.size(xml) > 0
                    ? new Vasprun().read(xml, _ -> {})
                    : new Oszicar().read(folder.resolve(VaspProgram.SCREEN), _ -> {});
        } catch (FormatException | IOException e) {
            throw failure(
                    "vasp/unreadable-output", "The output of VASP cannot be read: " + e.getMessage() + ".", look());
        }
    }

    private Given given(Output output) {
        if (output.last() instanceof Last.Of(Step step)
                && step.forces() instanceof SaidForces.Given(var forces)
                && step.structure() instanceof SaidStructure.Given(Structure computed)) {
            requireSame(computed);
            return new Given(new Evaluation(step.energies().free(), forces, step.stress()), output.version());
        }
        throw failure("vasp/no-forces", "VASP ended, but its output has no forces.", look());
    }

    private void requireSame(Structure computed) {
        boolean same = computed.species().equals(structure.species());
        for (int atom = 0; same && atom < structure.count(); atom++) {
            double[] apart = structure
                    .cell()
                    .minimumImage(
                            computed.positions().x(atom) - structure.positions().x(atom),
                            computed.positions().y(atom) - structure.positions().y(atom),
                            computed.positions().z(atom) - structure.positions().z(atom));
            same = Math.hypot(Math.hypot(apart[0], apart[1]), apart[2]) < SAME_PLACE;
        }
        if (!same) {
            throw failure("vasp/not-this-calculation", "VASP computed other positions than those in POSCAR.", look());
        }
    }

    /// Output that ends before the calculation does.
    private RuntimeException cut() {
        return switch (end) {
            case VaspCommand.End.Killed(int signal) -> lost("VASP was killed by signal " + signal);
            case VaspCommand.End.Hung() -> lost("VASP did not end in the time it had, and was killed");
            case VaspCommand.End.Left(int status) ->
                failure("vasp/ended", "VASP ended with status " + status + " before its calculation did.", look());
        };
    }

    private String look() {
        return LOOK + folder + ".";
    }

    private static EngineLost lost(String why) {
        return new EngineLost(why, new IOException(why));
    }

    private static EngineFailure failure(String signature, String what, String advice) {
        return new EngineFailure(new CodeError(signature, what, advice));
    }
}
