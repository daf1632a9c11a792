"""Energies and forces: eV, Angstrom, eV/Angstrom. A potential is made from atoms, and is called with positions."""
import ctypes
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
from ase.calculators.calculator import Calculator, all_changes
from ase.calculators.emt import EMT, beta as BETA
from ase.constraints import FixAtoms
from ase.data import atomic_masses, atomic_numbers
from ase.neighborlist import NeighborList

KIM_MODEL = 'MEAM_LAMMPS_CuiGaoCui_2012_LiSi__MO_557492625287_000'
EAM_FILES = pathlib.Path('/usr/share/lammps/potentials')
HARTREE_EV, BOHR_ANGSTROM = 27.211386245988, 0.529177210903  # CODATA 2018


class Emt:
    """ASE's effective medium theory, its pairs all at once: same numbers to rounding, some twenty times as fast.

    Jacobsen, Stoltze and Norskov, Surf. Sci. 366, 394 (1996); parameters and cutoffs are those that ASE's EMT makes.
    """

    def __init__(self, atoms):
        self.emt = EMT()
        self.emt.initialize(atoms)
        self.atoms, self.acut, self.rc, self.longest = atoms.copy(), self.emt.acut, self.emt.rc, self.emt.rc_list
        for name in 'E0', 's0', 'V0', 'eta2', 'kappa', 'lambda', 'n0', 'gamma1', 'gamma2':
            setattr(self, name.lower(), np.array([self.emt.par[z][name] for z in atoms.numbers]))
        # A band's images differ by more than the usual skin, and each rebuilding costs as much as many evaluations.
        self.near = NeighborList([self.longest / 2] * len(atoms), skin=1.5, self_interaction=False)

    def pairs(self, positions):
        self.atoms.positions[:] = positions
        if self.near.update(self.atoms):
            lists = [self.near.get_neighbors(k) for k in range(len(self.atoms))]
            self.first = np.repeat(np.arange(len(lists)), [len(others) for others, _ in lists])
            self.second = np.concatenate([others for others, _ in lists])
            self.shift = np.concatenate([offsets for _, offsets in lists]) @ self.atoms.cell
        d = positions[self.second] + self.shift - positions[self.first]
        r = np.sqrt((d * d).sum(1))
        in_reach = r < self.longest
        return self.first[in_reach], self.second[in_reach], d[in_reach], r[in_reach]

    def __call__(self, positions):
        first, second, d, r = self.pairs(positions)
        n = len(positions)
        theta = 1 / (1 + np.exp(self.acut * (r - self.rc)))
        falling = self.acut * (1 - theta)  # -d ln(theta) / dr

        def felt(k, other):
            """What atom k feels of the other: its pair energy, its density, and their slopes."""
            weight = self.n0[other] / self.n0[k] * theta
            pair = 0.5 * self.v0[k] * np.exp(-self.kappa[other] * (r / BETA - self.s0[other])) * weight / self.gamma2[k]
            density = np.exp(-self.eta2[other] * (r - BETA * self.s0[other])) * weight / self.gamma1[k]
            return pair, pair * (self.kappa[other] / BETA + falling), density, density * (self.eta2[other] + falling)

        here, there = felt(first, second), felt(second, first)
        sigma = np.bincount(first, here[2], n) + np.bincount(second, there[2], n)
        s = -np.log(sigma / 12) / (BETA * self.eta2)
        x = getattr(self, 'lambda') * s
        cohesive, uniform = self.e0 * np.exp(-x), 6 * self.v0 * np.exp(-self.kappa * s)
        energy = ((1 + x) * cohesive - self.e0 + uniform).sum() - here[0].sum() - there[0].sum()
        slope = (x * cohesive * getattr(self, 'lambda') + self.kappa * uniform) / (sigma * BETA * self.eta2)
        along = (here[1] + there[1] - here[3] * slope[first] - there[3] * slope[second]) / r
        forces = [np.bincount(first, along * d[:, axis], n) - np.bincount(second, along * d[:, axis], n)
                  for axis in range(3)]
        return float(energy), np.array(forces).T


class Lammps:
    """A pair style of LAMMPS in this process; the cell is orthogonal and periodic."""

    def __init__(self, atoms, elements, pair, before=('units metal',)):
        import lammps.core
        # Debian installs liblammps.so.0 without the link that the Python package looks for.
        if not hasattr(lammps.core, 'plain_CDLL'):
            lammps.core.plain_CDLL = lammps.core.CDLL
            lammps.core.CDLL = lambda path, mode: ctypes.CDLL(
                str(path).replace('liblammps.so', 'liblammps.so.0'), mode)
        if not np.allclose(atoms.cell, np.diag(np.diag(atoms.cell))):
            sys.exit('LAMMPS is given orthogonal cells only')
        a, b, c = (float(x) for x in np.diag(atoms.cell))
        self.lmp = lammps.core.lammps(cmdargs=['-screen', 'none', '-log', 'none', '-nocite'])
        self.lmp.commands_list([
            *before, 'atom_modify map array sort 0 0', 'boundary p p p',
            f'region box block 0 {a!r} 0 {b!r} 0 {c!r}', f'create_box {len(elements)} box',
            *(f'mass {k + 1} {atomic_masses[atomic_numbers[e]]}' for k, e in enumerate(elements))])
        types = [elements.index(symbol) + 1 for symbol in atoms.symbols]
        self.lmp.create_atoms(len(atoms), None, types, atoms.get_positions(wrap=True).flatten().tolist())
        self.lmp.commands_list([*pair, 'thermo_modify norm no', 'run 0 post no'])
        self.lengths = np.array([a, b, c])

    def __call__(self, positions):
        if not np.isfinite(positions).all() or np.abs(positions).max() > 1e4:
            raise FloatingPointError('positions have diverged')  # LAMMPS would end this process
        n = len(positions)
        wrapped = positions - np.floor(positions / self.lengths) * self.lengths
        self.lmp.scatter_atoms('x', 1, 3, (ctypes.c_double * (3 * n))(*wrapped.flatten()))
        self.lmp.command('run 0 post no')
        energy = self.lmp.get_thermo('pe')
        forces = np.array(self.lmp.gather_atoms('f', 1, 3)).reshape(n, 3)
        return energy, forces


def li_si_meam(atoms):
    """2NN-MEAM of Cui, Gao, Cui and Qu, J. Power Sources 207, 150 (2012), by OpenKIM."""
    return Lammps(atoms, ['Li', 'Si'], ['kim interactions Li Si'], [f'kim init {KIM_MODEL} metal'])


def eam(element, file):
    """An embedded-atom potential in one of the single-element files that LAMMPS ships."""
    def make(atoms):
        return Lammps(atoms, [element], ['pair_style eam', f'pair_coeff 1 1 {EAM_FILES / file}'])
    return make


def many_eam(elements, file, style='eam/alloy'):
    """An embedded-atom potential in one of the files for several elements."""
    def make(atoms):
        return Lammps(atoms, elements, [f'pair_style {style}',
                                        f'pair_coeff * * {EAM_FILES / file} {" ".join(elements)}'])
    return make


def silicon_sw(atoms):
    """Stillinger and Weber, Phys. Rev. B 31, 5262 (1985)."""
    return Lammps(atoms, ['Si'], ['pair_style sw', f'pair_coeff * * {EAM_FILES / "Si.sw"} Si'])


def platinum_morse(atoms):
    """The Morse potential of Henkelman, Johannesson and Jonsson (2000), cut and shifted at 9.5 Angstrom."""
    return Lammps(atoms, ['Pt'], ['pair_style morse 9.5', 'pair_coeff 1 1 0.7102 1.6047 2.8970',
                                  'pair_modify shift yes'])


class Xtb:
    """GFN2-xTB of a molecule by the program xtb, one process a call."""

    def __init__(self, atoms):
        self.symbols = atoms.get_chemical_symbols()
        self.folder = pathlib.Path(tempfile.mkdtemp())

    def __call__(self, positions):
        lines = [f'{s} {x!r} {y!r} {z!r}' for s, (x, y, z) in zip(self.symbols, positions.tolist())]
        (self.folder / 'x.xyz').write_text('\n'.join([str(len(lines)), '', *lines]) + '\n')
        (self.folder / 'gradient').unlink(missing_ok=True)
        run = subprocess.run(['xtb', 'x.xyz', '--gfn', '2', '--grad', '--norestart', '--acc', '0.01', '--etemp', '300'],
                             cwd=self.folder, capture_output=True, text=True,
                             env={'PATH': '/usr/bin:/bin', 'OMP_NUM_THREADS': '1', 'HOME': str(self.folder)})
        if run.returncode:
            raise FloatingPointError('xtb gave no gradient: ' + (run.stdout + run.stderr)[-300:])
        rows = (self.folder / 'gradient').read_text().split('\n')
        energy = float(rows[1].split('SCF energy =')[1].split()[0])
        first = 2 + len(self.symbols)
        gradient = np.array([row.replace('D', 'E').split() for row in rows[first:first + len(self.symbols)]], float)
        return energy * HARTREE_EV, -gradient * HARTREE_EV / BOHR_ANGSTROM


class Counted(Calculator):
    """One image's calculator: remembers its last result, counts real evaluations, and tells what it gave."""
    implemented_properties = ['energy', 'free_energy', 'forces']

    def __init__(self, potential):
        super().__init__()
        self.potential, self.count = potential, 0

    def calculate(self, atoms=None, properties=('energy',), system_changes=all_changes):
        super().calculate(atoms, properties, system_changes)
        energy, forces = self.potential(atoms.positions)
        self.count += 1
        self.results = {'energy': energy, 'free_energy': energy, 'forces': forces}


def free(atoms):
    """Which atoms may move."""
    mask = np.ones(len(atoms), bool)
    for constraint in atoms.constraints:
        if not isinstance(constraint, FixAtoms):
            sys.exit('only fixed atoms are understood')
        mask[constraint.index] = False
    return mask


def norm(forces, mask):
    """The largest per-atom force of the atoms that may move."""
    return float(np.sqrt((forces[mask] ** 2).sum(1).max()))
