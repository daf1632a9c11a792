"""Tight references: a plain band with more images, its climbing image refined by Newton's method to a stationary
point, and the Hessian there by central differences of the true forces over all free atoms.

A saddle of first order has one negative eigenvalue. Translations are left out where nothing is fixed, and the
rotations of a molecule.
"""
import numpy as np
from ase.neb import NEBOptimizer

from ase_side import Enough, Watched
from potentials import free, norm
from problem import Problem

STEP = 0.005  # Angstrom, of the differences
TIGHT = 1e-4  # eV/Angstrom
FLAT = 1e-3  # eV/Angstrom^2: eigenvalues nearer to zero than this are called flat
LONGEST = 0.1  # Angstrom per atom, of a Newton step


def hessian(potential, positions, free):
    atoms = np.flatnonzero(free)
    rows = []
    for atom in atoms:
        for axis in range(3):
            ends = []
            for sign in 1, -1:
                moved = positions.copy()
                moved[atom, axis] += sign * STEP
                ends.append(potential(moved)[1][atoms].flatten())
            rows.append((ends[1] - ends[0]) / (2 * STEP))
    matrix = np.array(rows)
    return (matrix + matrix.T) / 2


def motions(atoms, positions):
    """An orthonormal basis of what costs nothing: translations where nothing is fixed, and rotations of a molecule."""
    if not free(atoms).all():
        return np.zeros((3 * len(atoms), 0))
    arms = positions - positions.mean(0)
    turns = [] if atoms.pbc.any() else [np.cross(axis, arms).flatten() for axis in np.eye(3)]
    return np.linalg.qr(np.array([*np.tile(np.eye(3), len(atoms)), *turns]).T)[0]


def modes(problem, positions):
    """Eigenvalues and eigenvectors of the Hessian, without the motions that cost nothing."""
    matrix = hessian(problem.potential, positions, problem.free)
    costless = motions(problem.start, positions)
    count = costless.shape[1]
    values, vectors = np.linalg.eigh(matrix + 1e6 * costless @ costless.T if count else matrix)
    return values[:len(values) - count], vectors[:, :len(values) - count]


def refined(problem, positions, rounds=30):
    """Newton's method to the stationary point at hand, whatever its order: the curvatures keep their signs."""
    positions, free_atoms = positions.copy(), problem.free
    for k in range(rounds):
        forces = problem.potential(positions)[1]
        if norm(forces, free_atoms) <= TIGHT:
            break
        if k % 4 == 0:
            values, vectors = modes(problem, positions)
        curvature = np.where(values < 0, -1, 1) * np.maximum(np.abs(values), 0.05)
        step = (vectors @ ((vectors.T @ forces[free_atoms].flatten()) / curvature)).reshape(-1, 3)
        positions[free_atoms] += step * min(1, LONGEST / np.linalg.norm(step, axis=1).max())
    return positions


def curvatures(problem, positions):
    """How many modes are negative, the lowest three eigenvalues (eV/Angstrom^2), and how many are flat."""
    values, _ = modes(problem, positions)
    return dict(negative=int((values < -FLAT).sum()), lowest=[round(float(v), 4) for v in values[:3]],
                flat=int((np.abs(values) <= FLAT).sum()))


def reference(case, cache, interior=9, fmax=0.005):
    problem = Problem(case, interior, cache)
    band = Watched(problem, fmax)
    try:
        NEBOptimizer(band.neb, logfile=None).run(fmax=1e-9, steps=3000)
    except Enough:
        pass
    highest = max(band.images[1:-1], key=lambda image: image.get_potential_energy())
    saddle = refined(problem, highest.positions)
    bottom = band.bottom
    energy, forces = problem.potential(saddle)
    back = energy - band.images[-1].get_potential_energy()
    return dict(barrier=energy - bottom, back=back, fmax=norm(forces, problem.free),
                band=dict(images=interior, barrier=band.now['barrier'], fmax=band.now['band'], calls=band.now['calls'],
                          climbing_to_saddle=float(np.linalg.norm(saddle - highest.positions, axis=1).max()),
                          profile=[round(i.get_potential_energy() - bottom, 4) for i in band.images]),
                saddle=np.round(saddle, 6).tolist(), **curvatures(problem, saddle))
