package cairn.codes.output.vasp.course;

import static cairn.codes.output.KnownMessages.Known.goesOn;
import static cairn.codes.output.KnownMessages.Known.ordinary;
import static cairn.codes.output.KnownMessages.Known.stops;

import cairn.codes.output.KnownMessages;
import java.util.List;

/// VASP's messages, in OUTCAR or on standard output: those that custodian's handlers know (`vasp/handlers.py`, MIT
/// licence, from which the words were taken), and how runs end that VASP itself did not end. Causes and cures are those
/// of VASP's wiki and forum, and of the discussion beside custodian's corrections.
public final class VaspMessages {
    public static final String TIME_LIMIT = "vasp/time-limit";
    /// Ends most of VASP's error messages; the words before it may be unknown to us.
    public static final String REFUSES = "vasp/refused";

    private static final String OTHER_SYMPREC = "Try SYMPREC = 1e-6 or 1e-4, else ISYM = 0.";

    public static final KnownMessages ALL = new KnownMessages(
            "VASP",
            List.of(
                    ordinary("BZINTS: Fermi"),
                    // k-points and their integration
                    stops(
                            "vasp/tetrahedron",
                            "Use ISMEAR = 0 with SIGMA = 0.05, or a finer mesh around Gamma.",
                            "etrahedron method fails",
                            "Routine TETIRR needs special values",
                            "BZINTS"),
                    goesOn("vasp/dentet", "Use a finer mesh around Gamma, or ISMEAR = 0 with SIGMA = 0.05.", "DENTET"),
                    stops(
                            "vasp/k-mesh-symmetry",
                            "Use a mesh around Gamma, or ISYM = 0.",
                            "Fatal error detecting k-mesh",
                            "Fatal error: unable to match k-point"),
                    goesOn(
                            "vasp/k-mesh-lattice",
                            "Use a mesh around Gamma whose divisions are equal where the lattice is.",
                            "Reciprocal lattice and k-lattice belong to different class of lattices"),
                    stops("vasp/k-mesh-shift", "Use a mesh around Gamma.", "Could not get correct shifts"),
                    stops(
                            "vasp/k-mesh-group",
                            "Set ISYM = 0, or else SYMPREC = 1e-6.",
                            "not all point group operations"),
                    stops("vasp/k-mesh-generating", "Set ISYM = 0, or use another mesh.", "HNFORM: k-point generating"),
                    stops(
                            "vasp/k-points-star",
                            "Use as many divisions along each vector, and symmetric ones (for hybrids).",
                            "internal error in GENERATE_KPOINTS_TRANS"),
                    // symmetry
                    stops(
                            "vasp/rotation-not-found",
                            "Set SYMPREC = 1e-8, else ISYM = 0.",
                            "rotation matrix was not found"),
                    stops(
                            "vasp/rotation-not-integer",
                            "Use a mesh around Gamma, else ISYM = 0.",
                            "Found some non-integer element in rotation matrix",
                            "SGRCON"),
                    stops(
                            "vasp/primitive-incommensurate",
                            OTHER_SYMPREC,
                            "PRICELV: current lattice and primitive lattice are incommensurate"),
                    stops(
                            "vasp/primitive-cell",
                            "Set SYMPREC = 1e-8 and ISYM = 0.",
                            "internal error in subroutine PRICEL"),
                    stops("vasp/positions-symmetry", OTHER_SYMPREC, "POSMAP"),
                    stops("vasp/density-symmetry", "Set SYMPREC = 1e-4, else ISYM = 0.", "RHOSYG"),
                    stops("vasp/group-operation-missing", "Set ISYM = 0.", "group operation missing"),
                    goesOn(
                            "vasp/symmetry-noise",
                            "Set SYMPREC = 1e-6, else ISYM = 0; better, symmetrise POSCAR.",
                            "determination of the symmetry of your systems shows a strong"),
                    stops(
                            "vasp/bravais-lattice",
                            "Give POSCAR more digits, or set SYMPREC = 1e-4.",
                            "Inconsistent Bravais lattice"),
                    stops(
                            "vasp/left-handed-cell",
                            "Exchange two lattice vectors in POSCAR, with the fractions that go with them.",
                            "the triple product of the basis vectors"),
                    // the self-consistent field
                    goesOn(
                            "vasp/charge-mixing",
                            "If this persists: ALGO = Normal or All, ISTART = 0, a mesh around Gamma."
                                    + " In a charged cell it is expected once.",
                            "BRMIX: very serious problems"),
                    goesOn(
                            "vasp/subspace-not-hermitian",
                            "If energies jump: ALGO = Normal, LREAL = .FALSE., or fewer cores a band.",
                            "Sub-Space-Matrix is not hermitian"),
                    goesOn(
                            "vasp/eddrmm",
                            "If this persists: ALGO = Normal; in a relaxation also a smaller POTIM.",
                            "WARNING in EDDRMM: call to ZHEGV failed"),
                    stops(
                            "vasp/edddav",
                            "Use ALGO = All, fewer cores, and look for atoms that are too close in POSCAR.",
                            "Error EDDDAV: Call to ZHEGV failed",
                            "EDDDAV: Call to ZHEGV failed"),
                    stops(
                            "vasp/eddiag",
                            "Use ALGO = Normal, or ALGO = Exact for few bands.",
                            "ERROR EDDIAG: Call to routine ZHEEV failed",
                            "ERROR in EDDIAG: call to ZHEEV/ZHEEVX/DSYEV/DSYEVX failed"),
                    stops(
                            "vasp/subspace-rotation",
                            "Use ALGO = Normal; if it stays, another build of ScaLAPACK.",
                            "ERROR in subspace rotation PSSYEVX",
                            "ERROR in subspace rotation PDSYEVX"),
                    stops(
                            "vasp/zpotrf",
                            "Look for atoms that are too close in POSCAR; in a relaxation continue from CONTCAR with"
                                    + " a smaller POTIM.",
                            "LAPACK: Routine ZPOTRF failed",
                            "Routine ZPOTRF ZTRTRI"),
                    stops(
                            "vasp/gradient-not-orthogonal",
                            "Use ALGO = Normal, or VASP built with less optimisation.",
                            "EDWAV: internal error, the gradient is not orthogonal"),
                    goesOn(
                            "vasp/all-bands-with-tetrahedra",
                            "Use ISMEAR = 0 with ALGO = All or Damped.",
                            "ALGO=A and IALGO=5X tend to fail"),
                    stops("vasp/too-few-bands", "Raise NBANDS by a tenth.", "TOO FEW BANDS"),
                    stops(
                            "vasp/bands-not-sufficient",
                            "Raise NBANDS, or leave it out.",
                            "number of bands is not sufficient"),
                    goesOn(
                            "vasp/bands-changed",
                            "VASP took more bands than asked for, to share them among cores: name a multiple"
                                    + " of the cores in NBANDS.",
                            "The number of bands has been changed"),
                    goesOn(
                            "vasp/long-vector",
                            "Set AMIN = 0.01.",
                            "One of the lattice vectors is very long (>50 A), but AMIN"),
                    goesOn(
                            "vasp/aliasing",
                            "Use PREC = Accurate, or raise NGX, NGY and NGZ as OUTCAR says.",
                            "small aliasing (wrap around) errors must be expected"),
                    goesOn(
                            "vasp/aliasing-by-input",
                            "Leave NGX, NGY and NGZ out of INCAR.",
                            "Your FFT grids (NGX,NGY,NGZ) are not sufficient for an accurate"),
                    // projectors, potentials, files
                    stops(
                            "vasp/real-space-projectors",
                            "Set LREAL = .FALSE.",
                            "REAL_OPTLAY: internal error",
                            "REAL_OPT: internal ERROR"),
                    stops("vasp/rspher", "Set LREAL = .FALSE., or lower the precision of ROPT.", "ERROR RSPHER"),
                    stops("vasp/bessel", "Set LREAL = .FALSE.", "SBESSELITER : nicht konvergent"),
                    stops("vasp/core-wavefunction", "Use newer POTCARs.", "internal error in SET_CORE_WF"),
                    stops(
                            "vasp/xc-table",
                            "Atoms came too close: continue from CONTCAR with a smaller POTIM, or IBRION = 2.",
                            "supplied exchange-correlation table"),
                    stops(
                            "vasp/input",
                            "Correct the line of INCAR, POSCAR or KPOINTS that is named.",
                            "Error reading item",
                            "Error code was IERR= 5"),
                    stops(
                            "vasp/wavecar",
                            "Delete WAVECAR: cell, cutoff or k-points have changed, or it was cut.",
                            "while reading plane",
                            "while reading WAVECAR"),
                    // ions
                    stops(
                            "vasp/brions",
                            "Raise POTIM, or use IBRION = 2.",
                            "BRIONS problems: POTIM should be increased"),
                    stops(
                            "vasp/zbrent",
                            "Continue from CONTCAR with a smaller EDIFF, or with IBRION = 1.",
                            "ZBRENT: fatal internal in",
                            "ZBRENT: fatal error in bracketing"),
                    stops(
                            "vasp/harris-spin",
                            "Set ICHARG to less than 10, or ISPIN = 1.",
                            "Spin polarized Harris functional dynamics is a good joke"),
                    // what cannot be had together
                    stops("vasp/elf-kpar", "Set KPAR = 1 for LELF.", "ELF: KPAR>1 not implemented"),
                    goesOn("vasp/elf-non-collinear", "Leave LELF out.", "ELF not implemented for non collinear case"),
                    stops(
                            "vasp/ncore",
                            "Leave NCORE and NPAR out.",
                            "PEAD routines do not work for NCORE",
                            "remove the tag NPAR from the INCAR file"),
                    stops("vasp/lrf-commutator", "Set LPEAD = .TRUE.", "LRF_COMMUTATOR internal error"),
                    // how runs end that VASP did not end
                    stops(
                            "vasp/out-of-memory",
                            "Ask for more memory, or lower KPAR and NCORE.",
                            "Allocation would exceed memory limit",
                            "Out Of Memory",
                            "oom-kill",
                            "insufficient virtual memory",
                            "Exceeded job memory limit",
                            "Cannot allocate memory"),
                    stops(
                            TIME_LIMIT,
                            "Continue from CONTCAR with more walltime.",
                            "DUE TO TIME LIMIT",
                            "walltime exceeded"),
                    stops(
                            "vasp/crashed-in-code",
                            "Look for atoms that are too close and for too little stack (ulimit -s).",
                            "forrtl: severe",
                            "SIGSEGV",
                            "segmentation fault",
                            "Segmentation fault"),
                    stops(
                            REFUSES,
                            "Look the words up in VASP's wiki.",
                            "I REFUSE TO CONTINUE WITH THIS SICK JOB",
                            "VERY BAD NEWS! internal error")));

    private VaspMessages() {}
}
