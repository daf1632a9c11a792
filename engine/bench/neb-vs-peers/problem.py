"""One case made ready: relaxed endpoints and the start band that all sides are given."""
import numpy as np
from ase.neb import NEB
from ase.optimize import BFGS

from cases import CASES
from held_out import HELD_OUT
from potentials import Counted, free

SPRING_CONSTANT = 0.1
ENDPOINT_FMAX = 0.01


def relaxed(atoms, potential):
    atoms = atoms.copy()
    atoms.calc = Counted(potential)
    if not BFGS(atoms, logfile=None).run(fmax=ENDPOINT_FMAX, steps=500):
        raise RuntimeError(f'an endpoint of {atoms.get_chemical_formula()} does not relax')
    return atoms.positions


class Problem:
    """Endpoints, potential and start band (IDPP, minimum image), from the cache where it has them."""

    def __init__(self, case, interior, cache):
        self.case, self.interior = case, interior
        start, end, kind = (CASES | HELD_OUT)[case]()
        self.potential = kind(start)
        file = cache / f'{case}-endpoints.npz'
        if not file.exists():
            np.savez(file, start=relaxed(start, self.potential), end=relaxed(end, self.potential))
        with np.load(file) as kept:
            start.positions, end.positions = kept['start'], kept['end']
        self.start, self.end = start, end
        self.images = [start.copy() for _ in range(interior + 1)] + [end.copy()]
        file = cache / f'{case}-band{interior}.npy'
        if not file.exists():
            self.neb().interpolate('idpp', mic=True)
            np.save(file, [image.positions for image in self.images])
        for image, positions in zip(self.images, np.load(file)):
            image.positions = positions
        self.free = free(start)

    def neb(self, images=None):
        return NEB(images or self.images, k=SPRING_CONSTANT, climb=True, method='improvedtangent')

    def add_noise(self, seed):
        random = np.random.default_rng(seed)
        for image in self.images[1:-1]:
            image.positions += random.normal(scale=0.05, size=image.positions.shape) * self.free[:, None]
