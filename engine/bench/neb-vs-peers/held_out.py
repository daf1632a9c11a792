"""Cases that are not in the table: there to judge with, and nothing may be tuned on them."""
import numpy as np
from ase import Atoms
from ase.build import add_adsorbate, bulk, fcc100, fcc111
from ase.constraints import FixAtoms
from ase.spacegroup import crystal

from cases import nearest_vacancy, vacancy
from potentials import Emt, Xtb, eam, li_si_meam, many_eam, platinum_morse, silicon_sw


def _heptamer_on_morse(move):
    """343 atoms, 175 free: the size of the island benchmark of Henkelman, Johannesson and Jonsson (2000)."""
    nearest = 2.74412
    slab = fcc111('Pt', (7, 8, 6), a=nearest * np.sqrt(2), vacuum=10, orthogonal=True)
    slab.set_constraint(FixAtoms(mask=[atom.tag > 3 for atom in slab]))
    slab.pbc = True
    top = slab.positions[[atom.index for atom in slab if atom.tag == 1]]
    middle = slab.cell[0] / 2 + slab.cell[1] / 2
    base = top[np.argmin(np.linalg.norm((top - middle)[:, :2], axis=1))]
    fcc = base + (nearest / 2, nearest / np.sqrt(12), nearest * np.sqrt(2 / 3))
    ring = [nearest * np.array([np.cos(k * np.pi / 3), np.sin(k * np.pi / 3), 0]) for k in range(6)]
    island = np.array([fcc] + [fcc + r for r in ring])
    start = slab + Atoms('Pt7', positions=island)
    end = slab + Atoms('Pt7', positions=move(island, ring))
    return start, end, platinum_morse


def island_shift():
    """The whole island goes from fcc to hcp sites."""
    return _heptamer_on_morse(lambda island, ring: island + (ring[0] + ring[1]) / 3)


def island_edge_pair():
    """Two neighbouring atoms of the edge slide along it by one site."""
    def move(island, ring):
        moved = island.copy()
        moved[1:3] += ring[2]
        return moved
    return _heptamer_on_morse(move)


def silicon_vacancy():
    """Endpoints shaken, since the vacancy of full symmetry is no deep minimum of this potential."""
    start, end, kind = nearest_vacancy(bulk('Si', 'diamond', a=5.431, cubic=True) * (2, 2, 2)) + (silicon_sw,)
    start.rattle(0.2, seed=1)
    end.rattle(0.2, seed=1)
    return start, end, kind


def nickel_vacancy():
    return nearest_vacancy(bulk('Ni', a=3.52, cubic=True) * (4, 4, 4)) + (eam('Ni', 'Ni_u3.eam'),)


def aluminium_vacancy():
    return nearest_vacancy(bulk('Al', a=4.05, cubic=True) * (3, 3, 3)) + (many_eam(['Al'], 'Al_zhou.eam.alloy'),)


def _li15si4_vacancy(length):
    """Li15Si4, space group 220, a from this potential; a Li next to a Li vacancy at 48e hops into it."""
    host = crystal(['Si', 'Li', 'Li'], [(.208, .208, .208), (.375, 0, .25), (.12, .16, .96)], spacegroup=220,
                   cellpar=[10.589, 10.589, 10.589, 90, 90, 90])
    host = host[host.numbers.argsort(kind='stable')]
    first = 12  # Si are last; 12 a-sites of Li come first
    lithium = [k for k in range(12, 60) if k != first]
    distances = host.get_distances(first, lithium, mic=True)
    return vacancy(host, first, lithium[int(np.argmin(np.abs(distances - length)))]) + (li_si_meam,)


def li_vacancy_279():
    return _li15si4_vacancy(2.791)


def li_vacancy_330():
    return _li15si4_vacancy(3.305)


def tungsten_vacancy():
    """A body-centred crystal."""
    return nearest_vacancy(bulk('W', a=3.165, cubic=True) * (4, 4, 4)) + (many_eam(['W'], 'W_zhou.eam.alloy'),)


def magnesium_vacancy():
    """Within the basal plane of a hexagonal crystal."""
    host = bulk('Mg', a=3.196, c=5.197, orthorhombic=True) * (4, 2, 2)
    return nearest_vacancy(host) + (many_eam(['Mg'], 'Mg_mm.eam.fs', 'eam/fs'),)


def hydrogen_in_nickel():
    """From an octahedral to a tetrahedral interstice: light, and steep on one side."""
    host = bulk('Ni', a=3.52, cubic=True) * (3, 3, 3)
    start, end = (host + Atoms('H', positions=[3.52 * np.array(place)]) for place in
                  ((1.5, 1.5, 1.5), (1.25, 1.25, 1.25)))
    return start, end, many_eam(['Ni', 'H'], 'NiAlH_jea.eam.alloy')


def copper_beside_vacancy_in_aluminium():
    """An impurity changes places with the vacancy beside it."""
    start, end, _ = nearest_vacancy(bulk('Al', a=4.05, cubic=True) * (3, 3, 3)) + (None,)
    hopper = int(np.argmax(np.linalg.norm(end.positions - start.positions, axis=1)))
    for atoms in start, end:
        atoms.symbols[hopper] = 'Cu'
    return start, end, many_eam(['Al', 'Cu'], 'AlCu.eam.alloy')


def exchange_on_aluminium_100():
    """An adatom on Al(100) takes the place of a top atom, which comes up on the other side."""
    start = fcc100('Al', size=(4, 4, 4), vacuum=8)
    add_adsorbate(start, 'Al', 1.9, 'hollow', offset=(1, 1))
    start.set_constraint(FixAtoms(mask=[atom.tag > 2 for atom in start]))
    end, adatom = start.copy(), start.positions[-1]
    top = np.array([atom.index for atom in start if atom.tag == 1])
    near = top[np.argmin(np.linalg.norm(start.positions[top] - adatom, axis=1))]
    end.positions[-1] = start.positions[near]
    end.positions[near] = adatom + 2 * (start.positions[near] - adatom) * (1, 1, 0)
    return start, end, Emt


def _molecule(symbols, first, last):
    pair = [Atoms(symbols, positions=positions, cell=[14, 14, 14]) for positions in (first, last)]
    for atoms in pair:
        atoms.positions += (7, 7, 7)
    return *pair, Xtb


def ammonia():
    """Inversion."""
    ring = [(.94 * np.cos(t), .94 * np.sin(t), -.38) for t in 2 * np.pi / 3 * np.arange(3)]
    up = np.array([(0, 0, 0), *ring])
    return _molecule('NH3', up, up * (1, 1, -1))


def ethane():
    """One methyl group turns by 120 degrees."""
    def hydrogens(z, turn):
        return [(1.02 * np.cos(t + turn), 1.02 * np.sin(t + turn), z) for t in 2 * np.pi / 3 * np.arange(3)]
    first = [(0, 0, 0), (0, 0, 1.52), *hydrogens(-.39, 0), *hydrogens(1.91, np.pi / 3)]
    last = [(0, 0, 0), (0, 0, 1.52), *hydrogens(-.39, 0), *hydrogens(1.91, np.pi)]
    return _molecule('C2H6', first, last)


def vinyl_alcohol():
    """The hydrogen of syn vinyl alcohol's hydroxyl goes over to carbon: acetaldehyde."""
    first = [(0, 0, 0), (1.33, 0, 0), (-.70, 1.17, 0), (-.6, -.9, 0), (1.9, .93, 0), (1.9, -.93, 0), (.07, 1.75, 0)]
    last = [(0, 0, 0), (1.5, 0, 0), (-.62, 1.03, 0), (-.55, -.96, 0), (1.86, -.51, .89), (1.86, -.51, -.89),
            (1.86, 1.02, .1)]
    return _molecule('C2OH4', first, last)


HELD_OUT = {
    'PtMorseShift': island_shift, 'PtMorseEdge': island_edge_pair, 'SiVac63': silicon_vacancy,
    'NiVac255': nickel_vacancy, 'AlVac107': aluminium_vacancy, 'WVac127': tungsten_vacancy,
    'MgVac63': magnesium_vacancy, 'CuAlVac107': copper_beside_vacancy_in_aluminium, 'HNi108': hydrogen_in_nickel,
    'Al100ex': exchange_on_aluminium_100, 'Li15Si4e279': li_vacancy_279, 'Li15Si4e330': li_vacancy_330,
    'Ammonia': ammonia, 'Ethane': ethane, 'VinylAlcohol': vinyl_alcohol}
