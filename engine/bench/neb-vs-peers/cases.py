"""The cases of the table: each a function that gives (start, end, potential), before the endpoints are relaxed.
"""
import numpy as np
from ase import Atoms
from ase.build import add_adsorbate, bulk, fcc100, fcc111
from ase.constraints import FixAtoms

from potentials import Emt, eam, li_si_meam


def gold_on_aluminium_100():
    """The self-diffusion tutorial of ASE, which is CatLearn's too."""
    start = fcc100('Al', size=(2, 2, 3))
    add_adsorbate(start, 'Au', 1.7, 'hollow')
    start.center(axis=2, vacuum=4.0)
    start.set_constraint(FixAtoms(mask=[atom.tag > 1 for atom in start]))
    end = start.copy()
    end[-1].x += end.get_cell()[0, 0] / 2
    return start, end, Emt


def _on_aluminium_110():
    a = 4.0614
    b = a / np.sqrt(2)
    h = b / 2
    start = Atoms('Al2', positions=[(0, 0, 0), (a / 2, b / 2, -h)], cell=(a, b, 2 * h), pbc=(1, 1, 0)) * (2, 2, 2)
    start.append(Atoms('Al', positions=[(a / 2, b / 2, 3 * h)])[0])
    start.center(vacuum=4.0, axis=2)
    lowest = start.positions[:, 2].min()
    start.set_constraint(FixAtoms(mask=[z < lowest + 1.5 * h for z in start.positions[:, 2]]))
    return start, start.copy(), a, b


def hop_along_the_trough():
    start, end, _, b = _on_aluminium_110()
    end.positions[-1] += (0, b, 0)
    return start, end, Emt


def hop_across_the_trough():
    start, end, a, _ = _on_aluminium_110()
    end.positions[-1] += (a, 0, 0)
    return start, end, Emt


def exchange_on_aluminium_110():
    """The adatom takes the place of a top atom, which comes up into the next trough."""
    start, end, a, b = _on_aluminium_110()
    adatom = start.positions[-1]
    top = np.flatnonzero(start.positions[:-1, 2] > start.positions[:-1, 2].max() - 0.1)
    near = top[np.argmin(np.linalg.norm(start.positions[top] - adatom, axis=1))]
    end.positions[-1] = start.positions[near]
    end.positions[near] = adatom + np.sign(start.positions[near] - adatom) * (a, b, 0)
    return start, end, Emt


def _adatom(slab, symbol, height):
    start, end = slab.copy(), slab.copy()
    add_adsorbate(start, symbol, height, 'fcc')
    add_adsorbate(end, symbol, height, 'hcp')
    for atoms in start, end:
        atoms.set_constraint(FixAtoms(mask=[atom.tag > 2 for atom in atoms]))
    return start, end, Emt


def adatom_on_copper_111():
    return _adatom(fcc111('Cu', (3, 3, 4), vacuum=8), 'Cu', 1.8)


def gold_on_aluminium_111():
    return _adatom(fcc111('Al', (3, 3, 3), vacuum=8), 'Au', 2.0)


def carbon_monoxide_on_copper_111():
    return _adatom(fcc111('Cu', (2, 2, 4), a=3.6, vacuum=8), Atoms('CO', positions=[(0, 0, 0), (0, 0, 1.15)]), 1.4)


def _platinum_island(size, offsets):
    """An island of fcc sites that goes over to hcp sites as one."""
    slab = fcc111('Pt', size, vacuum=8)
    fixed = FixAtoms(indices=range(size[0] * size[1] * (size[2] - 1)))
    return _island_on(slab, offsets, 2.2, fixed) + (Emt,)


def _island_on(slab, offsets, height, fixed):
    start, end = slab.copy(), slab.copy()
    for atoms, site in (start, 'fcc'), (end, 'hcp'):
        for offset in offsets:
            add_adsorbate(atoms, 'Pt', height, site, offset=offset)
        atoms.set_constraint(fixed)
    return start, end


TRIMER = [(1, 1), (2, 1), (1, 2)]
HEPTAMER = [(2, 2), (3, 2), (1, 2), (2, 3), (2, 1), (1, 3), (3, 1)]


def platinum_trimer():
    return _platinum_island((4, 4, 3), TRIMER)


def platinum_heptamer():
    return _platinum_island((6, 6, 3), HEPTAMER)


def vacancy(crystal_, first, second):
    """The atom `second` hops into the vacancy of `first`."""
    start = crystal_.copy()
    hole = start.positions[first].copy()
    end = start.copy()
    end.positions[second] = hole
    del start[first], end[first]
    return start, end


def nearest_vacancy(crystal_):
    distances = crystal_.get_distances(0, range(1, len(crystal_)), mic=True)
    return vacancy(crystal_, 0, 1 + int(np.argmin(distances)))


def copper_vacancy():
    return nearest_vacancy(bulk('Cu', cubic=True) * (3, 3, 3)) + (Emt,)


def copper_vacancy_eam():
    """Foiles, Baskes and Daw, Phys. Rev. B 33, 7983 (1986): the universal functions, a = 3.615 Angstrom."""
    return nearest_vacancy(bulk('Cu', a=3.615, cubic=True) * (3, 3, 3)) + (eam('Cu', 'Cu_u3.eam'),)


def _li_in_silicon(size):
    def with_li(fraction):
        host = bulk('Si', 'diamond', a=5.4223, cubic=True) * (size, size, size)
        return host + Atoms('Li', positions=[np.array(fraction) * 5.4223])
    return with_li((.5, .5, .5)), with_li((.75, .75, .75)), li_si_meam


def li_in_silicon_64():
    return _li_in_silicon(2)


def li_in_silicon_216():
    return _li_in_silicon(3)


CASES = {
    'AuAl100': gold_on_aluminium_100, 'Al110hop1': hop_along_the_trough, 'Al110hop2': hop_across_the_trough,
    'Al110ex': exchange_on_aluminium_110, 'Cu111ad': adatom_on_copper_111, 'AuAl111': gold_on_aluminium_111,
    'COCu111': carbon_monoxide_on_copper_111, 'PtTrimer': platinum_trimer, 'PtIsl7': platinum_heptamer,
    'CuVac107': copper_vacancy, 'CuVac107eam': copper_vacancy_eam, 'LiSi64': li_in_silicon_64,
    'LiSi216': li_in_silicon_216}
