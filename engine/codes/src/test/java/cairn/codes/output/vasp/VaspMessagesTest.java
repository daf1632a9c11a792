package cairn.codes.output.vasp;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.output.KnownMessages.Found;
import cairn.codes.output.KnownMessages.Then;
import cairn.codes.output.Output;
import cairn.codes.output.Verdict;
import cairn.codes.output.vasp.course.VaspMessages;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines in the form in which VASP prints them.
class VaspMessagesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vasp/tetrahedron | Tetrahedron method fails (number of k-points < 4)
            vasp/tetrahedron |  ERROR: Tetrahedron method fails for NKPT<4. NKPT =    1
            vasp/tetrahedron |  Routine TETIRR needs special values for the k-points shifts!
            vasp/dentet | WARNING: DENTET: can't reach specified precision
            vasp/k-mesh-symmetry |  Fatal error detecting k-mesh
            vasp/k-mesh-symmetry |  VERY BAD NEWS! internal error in subroutine IBZKPT: Fatal error: unable to match k-point!
            vasp/k-mesh-lattice | Reciprocal lattice and k-lattice belong to different class of lattices. Often results are still useful...
            vasp/k-mesh-shift | Could not get correct shifts
            vasp/k-mesh-group |  IBZKPT: not all point group operations associated with the symmetry
            vasp/k-mesh-generating |  HNFORM: k-point generating lattice is wrong
            vasp/k-points-star | internal error in GENERATE_KPOINTS_TRANS: number of G-vector changed in star 1 2
            vasp/rotation-not-found |  VERY BAD NEWS! internal error in subroutine INVGRP: inverse of rotation matrix was not found (increase SYMPREC) 5
            vasp/rotation-not-integer |  VERY BAD NEWS! internal error in subroutine SGRCON: Found some non-integer element in rotation matrix 2
            vasp/primitive-cell |  VERY BAD NEWS! internal error in subroutine PRICEL (probably precision problem, try to change SYMPREC in INCAR ?): 2
            vasp/primitive-incommensurate |  PRICELV: current lattice and primitive lattice are incommensurate
            vasp/positions-symmetry |  POSMAP internal error: symmetry equivalent atom not found
            vasp/density-symmetry |  RHOSYG internal error: stars are not distinct, try to increase SYMPREC to e.g. 1E-4
            vasp/group-operation-missing |  VERY BAD NEWS! group operation missing
            vasp/symmetry-noise | The determination of the symmetry of your systems shows a strong dependence on SYMPREC
            vasp/bravais-lattice | Inconsistent Bravais lattice types found for crystalline and reciprocal lattice
            vasp/left-handed-cell |  ERROR: the triple product of the basis vectors is negative exchange two basis vectors
            vasp/charge-mixing |  BRMIX: very serious problems
            vasp/subspace-not-hermitian |  WARNING: Sub-Space-Matrix is not hermitian in DAV            1
            vasp/eddrmm |  WARNING in EDDRMM: call to ZHEGV failed, returncode =   6  3     12
            vasp/edddav |  Error EDDDAV: Call to ZHEGV failed. Returncode =  15 1  16
            vasp/eddiag | ERROR EDDIAG: Call to routine ZHEEV failed! 1 2
            vasp/eddiag | ERROR in EDDIAG: call to ZHEEV/ZHEEVX/DSYEV/DSYEVX failed! error code was 3
            vasp/subspace-rotation |  ERROR in subspace rotation PSSYEVX: not enough eigenvalues found 1 2
            vasp/subspace-rotation |  ERROR in subspace rotation PDSYEVX: not enough eigenvalues found 1 2
            vasp/zpotrf |  LAPACK: Routine ZPOTRF failed!           1           1           1
            vasp/zpotrf |  LAPACK: Routine ZPOTRF ZTRTRI failed! 3
            vasp/gradient-not-orthogonal |  EDWAV: internal error, the gradient is not orthogonal 1 2
            vasp/all-bands-with-tetrahedra |  ALGO=A and IALGO=5X tend to fail with the tetrahedron method
            vasp/too-few-bands | TOO FEW BANDS!
            vasp/bands-not-sufficient | The number of bands is not sufficient to hold all electrons.
            vasp/bands-changed | The number of bands has been changed from the values supplied in
            vasp/long-vector | One of the lattice vectors is very long (>50 A), but AMIN is rather large
            vasp/aliasing |  WARNING: small aliasing (wrap around) errors must be expected
            vasp/aliasing-by-input | Your FFT grids (NGX,NGY,NGZ) are not sufficient for an accurate calculation.
            vasp/real-space-projectors |  REAL_OPTLAY: internal error (1)     2629200     2629632
            vasp/real-space-projectors | REAL_OPT: internal ERROR  1  2
            vasp/rspher |  ERROR RSPHER
            vasp/bessel |  ERROR: SBESSELITER : nicht konvergent
            vasp/core-wavefunction | internal error in SET_CORE_WF
            vasp/xc-table |  ERROR FEXCF: supplied exchange-correlation table
            vasp/input |  Error reading item 'NSW' from file INCAR.
            vasp/wavecar | ERROR: while reading WAVECAR, plane wave coefficients changed
            vasp/brions |  BRIONS problems: POTIM should be increased
            vasp/zbrent |  ZBRENT: fatal error in bracketing
            vasp/zbrent |  ZBRENT: fatal internal in brackting
            vasp/harris-spin | Spin polarized Harris functional dynamics is a good joke
            vasp/elf-kpar | ELF: KPAR>1 not implemented, sorry.
            vasp/elf-non-collinear |  WARNING: ELF not implemented for non collinear case
            vasp/ncore |  PEAD routines do not work for NCORE>1
            vasp/ncore | remove the tag NPAR from the INCAR file
            vasp/lrf-commutator | LRF_COMMUTATOR internal error: the vector H(r)-r H |phi> is not orthogonal
            vasp/out-of-memory | Allocation would exceed memory limit
            vasp/crashed-in-code | forrtl: severe (174): SIGSEGV, segmentation fault occurred
            vasp/refused |  VERY BAD NEWS! internal error in subroutine FOO: 3
            """)
    void a_message_has_its_signature(String signature, String line) {
        Optional<Found> found = VaspMessages.ALL.in(line);
        assertThat(found).isPresent();
        assertThat(found.get().error().signature()).isEqualTo(signature);
        assertThat(found.get().error().message()).isEqualTo("VASP says: " + line.strip());
        assertThat(found.get().error().advice()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             BZINTS: Fermi energy:  5.983; 20.000 electrons
             POTLOK:  cpu time    0.12: real time    0.12
             aborting loop because EDIFF is reached
            """)
    void an_ordinary_line_is_no_message(String line) {
        assertThat(VaspMessages.ALL.in(line)).isEmpty();
    }

    @Test
    void a_frame_around_a_message_is_left_out() {
        assertThat(VaspMessages.ALL
                        .in("|     Error EDDDAV: Call to ZHEGV failed. Returncode =  15     |")
                        .orElseThrow()
                        .error()
                        .message())
                .isEqualTo("VASP says: Error EDDDAV: Call to ZHEGV failed. Returncode =  15");
    }

    @Test
    void after_a_message_that_stops_vasp_an_unfinished_run_has_crashed() {
        String text = Sample.text("OUTCAR");
        int middle = text.indexOf("Iteration      2(   3)");
        Output output =
                read(text.substring(0, text.lastIndexOf('\n', middle)) + "\n ZBRENT: fatal error in bracketing\n");
        assertThat(output.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Crashed.class,
                        crash -> assertThat(crash.error().signature()).isEqualTo("vasp/zbrent"));
        assertThat(output.steps()).isEqualTo(1);
    }

    @Test
    void a_message_after_which_vasp_goes_on_is_a_warning() {
        String text = Sample.text("OUTCAR");
        Output output = read(text.replaceFirst("\n    POTLOK", "\n BRMIX: very serious problems\n    POTLOK"));
        assertThat(output.verdict()).isEqualTo(new Verdict.Complete());
        assertThat(output.warnings()).contains("VASP says: BRMIX: very serious problems (vasp/charge-mixing)");
        String cut =
                text.substring(0, text.indexOf("Iteration      2(   3)") - 40) + "\n BRMIX: very serious problems\n";
        assertThat(read(cut).verdict()).isInstanceOf(Verdict.Truncated.class);
    }

    @Test
    void what_stops_and_what_does_not_is_told_apart() {
        assertThat(VaspMessages.ALL.in(" DENTET").orElseThrow().then()).isEqualTo(Then.GOES_ON);
        assertThat(VaspMessages.ALL.in(" TOO FEW BANDS").orElseThrow().then()).isEqualTo(Then.STOPS);
    }

    private Output read(String text) {
        return Sample.read(new Outcar(), folder.resolve("OUTCAR"), text);
    }
}
