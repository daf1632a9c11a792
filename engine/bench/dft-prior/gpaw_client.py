"""GPAW as a client of the i-PI protocol: gpaw_client.py SOCKET SYMBOLS CELL_EDGE

PBE, plane waves to 250 eV, 2x2x2 k-points of a small cubic cell, 0.1 eV of Fermi smearing, no symmetry. The energy is
the free one, which the forces belong to. Writes its version into the current folder.
"""
import os
import pathlib
import sys

os.environ['OMP_NUM_THREADS'] = '1'

import gpaw
import numpy as np
from ase import Atoms
from ase.calculators.socketio import SocketClient
from gpaw import GPAW, PW, FermiDirac, Mixer


class FreeEnergyClient(SocketClient):
    def calculate(self, atoms, use_stress):
        forces = atoms.get_forces()
        return atoms.get_potential_energy(force_consistent=True), forces, np.zeros((3, 3))


socket, symbols, edge = sys.argv[1:]
atoms = Atoms(symbols, cell=[float(edge)] * 3, pbc=True)
# A mixer for a small cell: half the iterations of GPAW's own choice.
atoms.calc = GPAW(mode=PW(250), xc='PBE', kpts=(2, 2, 2), symmetry={'point_group': False},
                  occupations=FermiDirac(0.1), nbands=22, mixer=Mixer(0.5, 5, 1), txt='gpaw.txt',
                  convergence={'density': 1e-6, 'eigenstates': 1e-9, 'energy': 1e-5})
pathlib.Path('version').write_text(f'GPAW {gpaw.__version__}')
FreeEnergyClient(unixsocket=socket).run(atoms)
