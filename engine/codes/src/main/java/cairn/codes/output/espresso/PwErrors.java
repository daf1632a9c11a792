package cairn.codes.output.espresso;

import cairn.codes.CodeError;
import cairn.codes.output.ErrorCatalogue;
import cairn.codes.output.ErrorCatalogue.Known;
import java.util.List;

/// What pw.x writes into its box of percent signs before it stops. The texts are those of the sources of 6.7 and 7.x;
/// those of the diagonalisers and of the mixing were compared with the words in the program of 6.7.
public final class PwErrors {
    private static final ErrorCatalogue CATALOGUE = new ErrorCatalogue(
            "espresso",
            List.of(
                    Known.of("too-few-images", "num_of_images must be", "raise num_of_images"),
                    Known.of(
                            "pseudopotential-missing",
                            "readpp.*(not found|opening)|file .*\\.upf not found",
                            "put the file into pseudo_dir, or correct its name"),
                    Known.of(
                            "pseudopotential-unreadable",
                            "read_upf|readpp|upf_.*error|file type not recognized",
                            "fetch the pseudopotential again: it is damaged, or of another format"),
                    Known.of(
                            "functional-conflict",
                            "conflicting values for (igcx|iexch|icorr|inlc|imeta)|set_dft_from_name",
                            "take pseudopotentials of one functional, or set input_dft"),
                    Known.of(
                            "unknown-setting",
                            "bad line in namelist|read_namelists",
                            "correct the name or the value in that line of the input"),
                    Known.of(
                            "bad-card",
                            "read_cards|wrong number of columns|card_",
                            "correct that card of the input: counts must be those of nat and ntyp"),
                    Known.of(
                            "processes",
                            "some (nodes|processors) have no|too many (pools|processors)|npool|nproc|n_plane_waves|no smooth",
                            "run it on fewer processes, or with fewer pools"),
                    Known.of("no-k-points", "k_points|No k-points|cdiaghg.*k-points", "give a K_POINTS card"),
                    Known.of(
                            "smearing-needed",
                            "charge is wrong: smearing is needed|fixed occupations.*(lsda|odd)|smearing is needed",
                            "it is a metal or has an odd number of electrons: set occupations='smearing'"),
                    Known.of(
                            "charge-wrong",
                            "charge is wrong",
                            "look at the positions, and at the cutoff of the density"),
                    Known.of(
                            "s-matrix",
                            "S matrix not positive definite|negative overlap",
                            "look for atoms that overlap; raise the cutoff of the density; or use another"
                                    + " diagonalization (paro, cg)"),
                    Known.of(
                            "eigenvectors",
                            "eigenvectors failed to converge",
                            "use another diagonalization (paro, cg), or look for atoms that overlap"),
                    Known.of("ppcg-eigenproblem", "zhegvd *failed", "use the diagonalization david or cg, not ppcg"),
                    Known.of(
                            "ppcg-orthogonalization",
                            "\\[Q, R\\] = qr\\(X, 0\\) failed",
                            "use the diagonalization david or cg, not ppcg"),
                    Known.of(
                            "mixing",
                            "routine (sum_)?broyden|routine mix_rho",
                            "mix less (mixing_beta), remember less (mixing_ndim), or use the diagonalization cg"),
                    Known.of(
                            "negative-exchange",
                            "dexx is negative|negative dexx",
                            "lower conv_thr, or raise ecutfock: the exchange energy is not exact enough"),
                    Known.of(
                            "reciprocal-vector",
                            "G_par is NOT",
                            "give lattice and gdir with more digits: the string of k-points does not close"),
                    Known.of(
                            "cholesky",
                            "cholesky|problems computing cholesky|cdiaghg|rdiaghg",
                            "use another diagonalization (paro, cg), a smaller mixing_beta, or fewer processes for it"),
                    Known.of(
                            "diagonalization",
                            "too many bands are not converged|c_bands|(david|ppcg|paro|cg|rmm).*diag",
                            "use another diagonalization (paro, cg), or look for atoms that overlap"),
                    Known.of(
                            "not-orthogonal",
                            "not orthogonal operation",
                            "give lattice and positions with more digits, or set nosym"),
                    Known.of(
                            "symmetry",
                            "some of the original symmetry operations not satisfied|symmetry.*(incompatible|problem)|lost symmetry",
                            "give lattice and positions with more digits, or set nosym"),
                    Known.of(
                            "too-few-bands",
                            "too few bands|the highest occupied|nbnd.*(too small|not enough)",
                            "raise nbnd"),
                    Known.of(
                            "fermi-level",
                            "efermig|cannot bracket Ef|internal error, cannot",
                            "look at the smearing, and raise nbnd"),
                    Known.of(
                            "fft-volume",
                            "Not enough space allocated for radial FFT|radial FFT",
                            "the cell grew too much in one run: restart from the last structure, or raise cell_factor"),
                    Known.of(
                            "volume-contracted",
                            "g-vectors missing|smooth and dense.*mismatch|lsize|volume contract",
                            "the cell shrank too much in one run: restart from the last structure"),
                    Known.of(
                            "bfgs-history",
                            "bfgs history already reset|history already reset",
                            "lower conv_thr, or set trust_radius_ini smaller; restart from the last structure"),
                    Known.of(
                            "trust-radius",
                            "dE0s is positive|trust_radius",
                            "lower conv_thr; restart from the last structure"),
                    Known.of(
                            "atoms-overlap",
                            "atoms .*overlap|tau.*(coincide|too close)|same position",
                            "look at the positions"),
                    Known.of(
                            "folder",
                            "check_tempdir|temporary directory|cannot (be created|open)|opening file|error opening|diropn",
                            "make outdir a folder in which it may write, with room left"),
                    Known.of(
                            "restart-missing",
                            "read_conf_from_file|pw_restart|data-file|cannot read.*xml|reading.*(failed|xml)|wfc.*not found|read_rhog|read_wfc",
                            "start from scratch, or give the files from which it was to restart"),
                    Known.of(
                            "disk",
                            "davcio|error (writing|reading) file|writing.*unit|No space left",
                            "look whether the disk of outdir is full"),
                    Known.of(
                            "out-of-memory",
                            "allocat(e|ing)|memory|out of bounds",
                            "ask for more memory, or for more processes over k points and planes"),
                    Known.of(
                            "too-many-species",
                            "ntyp|nat .*wrong|too many atom|nsp",
                            "nat and ntyp must be those of the cards"),
                    Known.of(
                            "hubbard",
                            "hubbard",
                            "look which atoms may have a U, and how this version wants it written"),
                    Known.of("bad-value", "routine iosys|not implemented", "correct that value in the input"),
                    Known.of(
                            "lattice",
                            "latgen|wrong celldm|wrong at|volume|lattice",
                            "correct ibrav, celldm or CELL_PARAMETERS")));

    private PwErrors() {}

    public static ErrorCatalogue catalogue() {
        return CATALOGUE;
    }

    static CodeError of(String box) {
        return CATALOGUE.of(box);
    }
}
