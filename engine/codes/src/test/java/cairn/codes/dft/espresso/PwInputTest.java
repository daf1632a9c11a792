package cairn.codes.dft.espresso;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.codes.dft.Crystals;
import cairn.codes.dft.DftSettings;
import cairn.codes.dft.pseudo.Choice;
import cairn.codes.dft.pseudo.Pseudopotential;
import cairn.codes.dft.pseudo.Pseudopotential.Content;
import cairn.codes.dft.pseudo.Pseudopotential.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PwInputTest {
    private static final Choice TITANIUM_CARBIDE = new Choice(
            new TreeMap<>(Map.of("Ti", potential("Ti", 12, Kind.AUGMENTED), "C", potential("C", 4, Kind.AUGMENTED))),
            List.of());

    private static Pseudopotential potential(String element, double valence, Kind kind) {
        return new Pseudopotential(
                element, element + ".UPF", "PBE", valence, kind, 0, new Content.Converted("as the test needs no more"));
    }

    private static DftSettings settings(String json) {
        return DftSettings.of("qe", (ObjectNode) JsonMapper.shared().readTree(json));
    }

    /// Each setting of the vocabulary at the place where INPUT_PW wants it.
    @Test
    void all_settings_are_in_the_namelists_and_own_words_come_last() {
        DftSettings settings = settings("""
                {"functional":"PBE","cutoff_ev":680.2846561497,"k_points":{"spacing_per_ang":1.0},
                 "smearing":"marzari-vanderbilt","smearing_width_ev":0.13605693122994,"spin":"collinear",
                 "moments":{"Ti":1.5},"charge":-1.0,"dispersion":"d3-bj","scf_convergence_ev":1.3605693122994e-6,
                 "scf_iterations":77,"hubbard_u_ev":{"Ti":4.0},
                 "qe":{"electrons":{"mixing_beta":0.3},"system":{"nosym":false,"assume_isolated":"none"}}}""");

        assertThat(PwInput.of(settings, TITANIUM_CARBIDE, Crystals.titaniumCarbide(4.33)))
                .isEqualTo("""

                &control
                  calculation = 'scf'
                  prefix = 'cairn'
                  outdir = './'
                  pseudo_dir = './pseudo'
                  disk_io = 'none'
                  tprnfor = .true.
                  tstress = .true.
                /
                &system
                  ibrav = 0
                  nat = 2
                  ntyp = 2
                  ecutwfc = 50.0
                  ecutrho = 400.0
                  nosym = .false.
                  tot_charge = -1.0
                  occupations = 'smearing'
                  smearing = 'marzari-vanderbilt'
                  degauss = 0.01
                  nspin = 2
                  starting_magnetization(1) = 0.0
                  starting_magnetization(2) = 0.125
                  vdw_corr = 'dft-d3'
                  dftd3_version = 4
                  lda_plus_u = .true.
                  hubbard_u(2) = 4.0
                  assume_isolated = 'none'
                /
                &electrons
                  conv_thr = 1.0E-7
                  electron_maxstep = 77
                  mixing_beta = 0.3
                /
                ATOMIC_SPECIES
                  C 12.011 C.UPF
                  Ti 47.867 Ti.UPF
                CELL_PARAMETERS angstrom
                  0.0 2.165 2.165
                  2.165 0.0 2.165
                  2.165 2.165 0.0
                ATOMIC_POSITIONS angstrom
                  Ti 0.0 0.0 0.0
                  C 2.165 0.0 0.0
                K_POINTS automatic
                  3 3 3 0 0 0
                """);
    }
}
