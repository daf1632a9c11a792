"""ASE's side: one NEB, watched after every evaluation of the whole band."""
import time

import numpy as np
from ase.neb import NEB, NEBOptimizer
from ase.optimize import BFGS, FIRE, LBFGS, MDMin

from potentials import Counted, norm
from problem import SPRING_CONSTANT

CAP_CALLS = 3000
CAP_SECONDS = 300  # of one processor, an optimiser
DENSE_COORDINATES = 2000  # BFGS diagonalises the whole band's Hessian in each step; beyond this LBFGS speaks for it
FMAX = 0.05, 0.01
OPTIMIZERS = {
    'FIRE': (FIRE, {}), 'BFGS': (BFGS, {}), 'LBFGS': (LBFGS, {}), 'MDMin': (MDMin, {}), 'ODE': (NEBOptimizer, {}),
    'precon': (NEBOptimizer, dict(method='string', precon='Exp'))}


class Enough(Exception):
    """The band is converged, or has had its calls or its time."""


class Watched:
    """A band that writes down what it has cost whenever a criterion is first met, and stops when it is settled.

    Criteria, on true forces: "climbing", |F| of the highest interior image; "band", the largest per-atom norm of the
    projected forces over all interior images (without projection for the climbing one).
    """

    def __init__(self, problem, finest, method='improvedtangent', precon=None):
        self.problem, self.finest = problem, finest
        self.images = [image.copy() for image in problem.images]
        for image in self.images:
            image.calc = Counted(problem.potential)
        self.neb = NEB(self.images, k=SPRING_CONSTANT, climb=True, method=method, precon=precon)
        self.conditioned = precon is not None
        self.plain, self.neb.get_forces = self.neb.get_forces, self.forces
        self.bottom = self.images[0].get_potential_energy()
        self.seen = {f'{kind} {fmax}': None for kind in ('climbing', 'band') for fmax in FMAX}
        self.below, self.begun = [], time.process_time()

    def calls(self):
        return sum(image.calc.count for image in self.images[1:-1])

    def unconditioned(self, projected):
        images = projected.reshape(len(self.images) - 2, -1)
        if self.conditioned:
            images = [self.neb.precon.precon[k + 1].Pdot(image) for k, image in enumerate(images)]
        return [np.reshape(image, (-1, 3)) for image in images]

    def forces(self):
        projected = self.plain()
        reached = dict(band=max(norm(image, self.problem.free) for image in self.unconditioned(projected)))
        highest = max(self.images[1:-1], key=lambda image: image.get_potential_energy())
        reached['climbing'] = norm(highest.calc.results['forces'], self.problem.free)
        barrier = highest.get_potential_energy() - self.bottom
        self.now = dict(calls=self.calls(), barrier=barrier, **reached)
        for name in self.seen:
            kind, fmax = name.split()
            if self.seen[name] is None and reached[kind] <= float(fmax):
                self.seen[name] = dict(calls=self.calls(), barrier=barrier)
        if reached['climbing'] <= self.finest and [self.calls(), barrier] not in self.below[-1:]:
            self.below.append([self.calls(), barrier])
        if reached['band'] <= self.finest or self.calls() + len(self.images) - 2 > CAP_CALLS \
                or time.process_time() - self.begun > CAP_SECONDS:
            raise Enough
        return projected


def ase(problem, optimizer, finest=min(FMAX)):
    """First counts at which each criterion was met; `below`: all [calls, barrier] with |F climbing| <= finest."""
    kind, options = OPTIMIZERS[optimizer]
    if kind is BFGS and 3 * len(problem.start) * problem.interior > DENSE_COORDINATES:
        return dict(left_out='dense eigenproblem of the whole band')
    band, trouble = Watched(problem, finest, **options), None
    try:
        kind(band.neb, logfile=None).run(fmax=1e-9, steps=CAP_CALLS)
        trouble = 'ends by itself'
    except Enough:
        pass
    except Exception as failed:  # whatever ASE or the potential says when a band has gone wrong
        trouble = f'{type(failed).__name__}: {str(failed)[:80]}'
    return dict(band.seen, below=band.below[:60], last=getattr(band, 'now', None), trouble=trouble,
                seconds=time.process_time() - band.begun)


def own_end(problem, optimizer, fmax):
    """ASE as it ends by itself, when it accepts a step; but for ODE by per-atom norms, not by single components."""
    images = [image.copy() for image in problem.images]
    for image in images:
        image.calc = Counted(problem.potential)
    neb = NEB(images, k=SPRING_CONSTANT, climb=True, method='improvedtangent')
    get_forces = neb.get_forces

    def with_norm():
        forces = get_forces()
        neb.residuals = [np.sqrt((forces ** 2).sum(1).max())]
        return forces
    neb.get_forces = with_norm
    kind, begun = OPTIMIZERS[optimizer][0], time.process_time()
    run = kind(neb, logfile=None)

    def watch():
        if time.process_time() - begun > CAP_SECONDS:
            raise Enough
    run.attach(watch)
    try:
        run.run(fmax=fmax, steps=CAP_CALLS // (len(images) - 2))
        ended = neb.residuals[0] <= fmax
    except Exception:  # whatever ASE or the potential says when a band has gone wrong
        ended = False
    return dict(calls=sum(image.calc.count for image in images[1:-1]), ok=bool(ended),
                barrier=max(image.get_potential_energy() for image in images) - images[0].get_potential_energy())
