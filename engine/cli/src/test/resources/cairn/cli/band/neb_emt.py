"""Au hops on Al(100), EMT: the last band is also printed, as image, energy (eV) and largest force (eV/Angstrom)."""
from ase.build import add_adsorbate, fcc100
from ase.calculators.emt import EMT
from ase.constraints import FixAtoms
from ase.io import write
from ase.neb import NEB
from ase.optimize import BFGS


def relaxed(atoms, name):
    atoms.calc = EMT()
    BFGS(atoms, trajectory=name, logfile=None).run(fmax=0.01)
    return atoms


slab = fcc100("Al", size=(2, 2, 3))
add_adsorbate(slab, "Au", 1.7, "hollow")
slab.center(axis=2, vacuum=4.0)
slab.set_constraint(FixAtoms(mask=[atom.tag > 1 for atom in slab]))
start = relaxed(slab, "initial.traj")
end = start.copy()
end[-1].x += end.get_cell()[0, 0] / 2
end = relaxed(end, "final.traj")

images = [start] + [start.copy() for _ in range(3)] + [end]
for image in images[1:-1]:
    image.calc = EMT()
neb = NEB(images, climb=True, method="improvedtangent")
neb.interpolate("idpp")
BFGS(neb, trajectory="neb.traj", logfile=None).run(fmax=0.03, steps=100)
for i, image in enumerate(images):
    image.info.clear()
    print(i, repr(float(image.get_potential_energy())))
write("band.extxyz", images)
