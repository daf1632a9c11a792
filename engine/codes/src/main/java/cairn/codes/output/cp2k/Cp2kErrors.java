package cairn.codes.output.cp2k;

import cairn.codes.CodeError;
import cairn.codes.output.ErrorCatalogue;
import cairn.codes.output.ErrorCatalogue.Known;
import java.util.List;

/// What CP2K writes into its box with `[ABORT]`; the texts are those of the sources of 7 to 2024.
public final class Cp2kErrors {
    private static final ErrorCatalogue CATALOGUE = new ErrorCatalogue(
            "cp2k",
            List.of(
                    Known.of(
                            "unknown-keyword",
                            "unknown keyword|unknown subsection|unknown section|invalid keyword|found an unknown",
                            "correct that name in the input"),
                    Known.of(
                            "bad-value",
                            "enumeration|invalid.*value|expected|parse|conversion|is not a valid",
                            "correct that value in the input"),
                    Known.of(
                            "basis-missing",
                            "requested basis set|basis set.*not found",
                            "take a basis that the files of BASIS_SET_FILE_NAME hold"),
                    Known.of(
                            "potential-missing",
                            "requested (atomic )?potential|potential.*not found",
                            "take a potential that the file of POTENTIAL_FILE_NAME holds"),
                    Known.of(
                            "file-missing",
                            "file.*(does not exist|not found|could not be opened)|error opening|opening the file",
                            "put that file where the input names it"),
                    Known.of(
                            "atoms-overlap",
                            "EMAX_SPLINE|geometry wrong|atoms.*too close",
                            "look at the positions: atoms lie on each other"),
                    Known.of(
                            "scf-not-converged",
                            "SCF run NOT converged|did not converge",
                            "raise MAX_SCF, change the mixing, or restart from the last wave function"),
                    Known.of(
                            "preconditioner-cholesky",
                            "Cholesky decomposition failed\\. Matrix ill conditioned",
                            "take another PRECONDITIONER (FULL_SINGLE_INVERSE, FULL_ALL), or tighten EPS_DEFAULT"),
                    Known.of(
                            "cholesky",
                            "cholesky|not positive definite|overlap matrix.*singular",
                            "set PREFERRED_DIAG_LIBRARY SL, tighten EPS_DEFAULT, or take a basis that is less diffuse"),
                    Known.of(
                            "diagonalization",
                            "diagonali[sz]|pdsyevd|syevd|elpa",
                            "set PREFERRED_DIAG_LIBRARY SL, or run it on fewer processes"),
                    Known.of(
                            "spin",
                            "multiplicity|odd number of electrons|use LSD|spin",
                            "set UKS and a MULTIPLICITY that fits the number of electrons"),
                    Known.of(
                            "cell",
                            "cell.*(small|not|too)|cutoff radius.*cell|half the cell",
                            "correct the cell, or make it larger"),
                    Known.of("k-points", "k-?points?", "look which methods this version has for k points"),
                    Known.of("out-of-memory", "allocat|memory", "ask for more memory, or for fewer processes a node"),
                    Known.of(
                            "restart",
                            "restart|wfn|RESTART_FILE",
                            "start from scratch, or give the files from which it was to restart"),
                    Known.of(
                            "processes",
                            "number of (processes|processors|mpi)|replica|nproc|group",
                            "run it on a number of processes that the groups divide"),
                    Known.of(
                            "library",
                            "was not compiled|not linked|requires.*(libint|libxc|elpa|spglib)",
                            "take another build of CP2K, or do without that feature"),
                    Known.of(
                            "overflow",
                            "nan|infinit|numerical|overflow|arnoldi",
                            "look at the positions; tighten EPS_DEFAULT and EPS_SCF")));

    private Cp2kErrors() {}

    public static ErrorCatalogue catalogue() {
        return CATALOGUE;
    }

    static CodeError of(String box) {
        return CATALOGUE.of(box);
    }
}
