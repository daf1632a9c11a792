"""Tight references: a plain band with more images, its climbing image refined by Newton's method to a stationary
point, and the Hessian there by central differences of the true forces over all free atoms.

A saddle of first order has one negative eigenvalue. Three zero modes are left out where nothing is fixed.
"""
import numpy as np
from ase.neb import NEBOptimizer

from ase_side import Enough, Watched
from potentials import norm
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


def modes(matrix, all_free):
    """Eigenvalues and eigenvectors, without the translations where nothing is fixed."""
    if all_free:
        n = len(matrix) // 3
        for axis in range(3):
            translation = np.tile(np.eye(3)[axis], n) / np.sqrt(n)
            matrix = matrix + 1e6 * np.outer(translation, translation)
    values, vectors = np.linalg.eigh(matrix)
    return (values[:-3], vectors[:, :-3]) if all_free else (values, vectors)


def refined(potential, positions, free, rounds=30):
    """Newton's method to the stationary point at hand, whatever its order: the curvatures keep their signs."""
    positions = positions.copy()
    values, vectors = modes(hessian(potential, positions, free), free.all())
    for k in range(rounds):
        forces = potential(positions)[1]
        if norm(forces, free) <= TIGHT:
            break
        if k and k % 4 == 0:
            values, vectors = modes(hessian(potential, positions, free), free.all())
        curvature = np.where(values < 0, -1, 1) * np.maximum(np.abs(values), 0.05)
        step = (vectors @ ((vectors.T @ forces[free].flatten()) / curvature)).reshape(-1, 3)
        positions[free] += step * min(1, LONGEST / np.linalg.norm(step, axis=1).max())
    return positions


def curvatures(potential, positions, free):
    """How many modes are negative, the lowest three eigenvalues (eV/Angstrom^2), and how many are flat."""
    values, _ = modes(hessian(potential, positions, free), free.all())
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
    saddle = refined(problem.potential, highest.positions, problem.free)
    bottom = band.bottom
    energy, forces = problem.potential(saddle)
    back = energy - band.images[-1].get_potential_energy()
    return dict(barrier=energy - bottom, back=back, fmax=norm(forces, problem.free),
                band=dict(images=interior, barrier=band.now['barrier'], fmax=band.now['band'], calls=band.now['calls'],
                          climbing_to_saddle=float(np.linalg.norm(saddle - highest.positions, axis=1).max()),
                          profile=[round(i.get_potential_energy() - bottom, 4) for i in band.images]),
                **curvatures(problem.potential, saddle, problem.free)), saddle
