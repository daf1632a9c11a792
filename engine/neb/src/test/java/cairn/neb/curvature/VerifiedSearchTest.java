package cairn.neb.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.neb.Band;
import cairn.neb.Cells;
import cairn.neb.LennardJones;
import cairn.neb.MinimumEnergyPath.Convergence;
import cairn.neb.NebSettings;
import cairn.neb.NebSettings.Climbing;
import cairn.neb.NebSettings.Optimizer;
import cairn.neb.NebSettings.Start;
import cairn.neb.PathSearch;
import cairn.neb.Potential;
import cairn.neb.Search;
import cairn.neb.Status;
import cairn.structure.Cell;
import cairn.structure.Element;
import cairn.structure.Evaluation;
import cairn.structure.Forces;
import cairn.structure.Positions;
import cairn.structure.Stress;
import cairn.structure.Structure;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifiedSearchTest {
    private static final LennardJones LENNARD_JONES = new LennardJones();

    private static NebSettings settings(Climbing climbing) {
        return new NebSettings(3, 1e-3, 0.1, Start.LINEAR, climbing, Optimizer.ODE, 500);
    }

    private static PathSearch plain(Potential potential, Band band, Climbing climbing) {
        return PathSearch.start(band, potential.at(band.from()), potential.at(band.to()), settings(climbing));
    }

    private static Search ended(Search start, Potential potential) {
        Search search = start;
        while (!search.isFinished()) {
            search = search.advance(potential.all(search.wanted()));
        }
        return search;
    }

    /// E = (x^2 - 1)^2 / 2 + across y^2 + z^2 for one atom: wells at x = -1 and 1.
    private static Potential wells(double across) {
        return structure -> {
            double x = structure.positions().x(0);
            double y = structure.positions().y(0);
            double z = structure.positions().z(0);
            double well = x * x - 1;
            return new Evaluation(
                    0.5 * well * well + across * y * y + z * z,
                    Forces.of(-2 * x * well, -2 * across * y, -2 * z),
                    new Stress.NotGiven());
        };
    }

    private static Structure atom(double x) {
        return Structure.free(
                Cell.orthorhombic(30, 30, 30), List.of(Element.ofSymbol("Ar").orElseThrow()), Positions.of(x, 0, 0));
    }

    private static Band line() {
        return Band.between(atom(-1), atom(1), 3, Start.LINEAR);
    }

    @Test
    void a_saddle_point_of_first_order_is_verified() {
        Band hop = LennardJones.vacancyHop(3);
        Search bare = ended(plain(LENNARD_JONES, hop, Climbing.WHEN_SETTLED), LENNARD_JONES);
        Search search = ended(VerifiedSearch.of(plain(LENNARD_JONES, hop, Climbing.WHEN_SETTLED)), LENNARD_JONES);
        assertThat(search.status()).isEqualTo(new Status.Converged());
        assertThat(search.path().convergence()).isEqualTo(Convergence.VERIFIED);
        assertThat(search.path().barrierForward()).isEqualTo(bare.path().barrierForward());
        assertThat(search.forceEvaluations()).isGreaterThan(bare.forceEvaluations());
    }

    @Test
    void a_path_along_a_ridge_ends_with_the_number_of_its_negative_modes() {
        Potential ridge = wells(-1);
        Search search = ended(VerifiedSearch.of(plain(ridge, line(), Climbing.WHEN_SETTLED)), ridge);
        assertThat(search.status()).isEqualTo(Status.WrongOrder.of(2));
        assertThat(search.path().convergence()).isEqualTo(Convergence.NONE);
    }

    @Test
    void what_is_counted_is_what_was_asked_for() {
        Potential valley = wells(1);
        int asked = 0;
        Search search = VerifiedSearch.of(plain(valley, line(), Climbing.WHEN_SETTLED));
        while (!search.isFinished()) {
            asked += search.wanted().size();
            search = search.advance(valley.all(search.wanted()));
        }
        assertThat(search.forceEvaluations()).isEqualTo(asked);
        assertThat(search.wanted()).isEmpty();
    }

    @Test
    void a_path_that_must_not_climb_has_nothing_to_verify() {
        Potential valley = wells(1);
        Search search = ended(VerifiedSearch.of(plain(valley, line(), Climbing.NEVER)), valley);
        assertThat(search.path().convergence()).isEqualTo(Convergence.PATH);
        assertThat(search.isConverged()).isTrue();
    }

    @Test
    void a_band_with_free_cells_is_refused() {
        Band free = Band.between(atom(-1), atom(1), 3, Start.LINEAR, new Cells.Free(0));
        Evaluation still = new Evaluation(0, Forces.of(0, 0, 0), new Stress.NotGiven());
        assertThatThrownBy(() -> VerifiedSearch.of(PathSearch.start(free, still, still, settings(Climbing.NEVER))))
                .hasMessageContaining("free cells");
    }
}
