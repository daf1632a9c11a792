"""Energies and forces: eV, Angstrom, eV/Angstrom. A potential is made from atoms, and is called with positions."""
import ctypes
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
from ase.calculators.calculator import Calculator, all_changes
from ase.calculators.emt import EMT
from ase.constraints import FixAtoms
from ase.data import atomic_masses, atomic_numbers

KIM_MODEL = 'MEAM_LAMMPS_CuiGaoCui_2012_LiSi__MO_557492625287_000'
EAM_FILES = pathlib.Path('/usr/share/lammps/potentials')
HARTREE_EV, BOHR_ANGSTROM = 27.211386245988, 0.529177210903  # CODATA 2018


class Emt:
    """ASE's effective medium theory."""

    def __init__(self, atoms):
        self.atoms = atoms.copy()
        self.atoms.set_constraint()
        self.atoms.calc = EMT()

    def __call__(self, positions):
        self.atoms.positions[:] = positions
        return self.atoms.get_potential_energy(), self.atoms.get_forces()


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


def alloy_eam(element, file):
    def make(atoms):
        return Lammps(atoms, [element], ['pair_style eam/alloy', f'pair_coeff * * {EAM_FILES / file} {element}'])
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
