"""Reads structure files with ASE and prints what it found, one line a file:
name; symbols; nine cell components; positions; indices of fixed atoms. Numbers are printed to the last bit."""
import sys
import warnings

import ase.io
from ase.constraints import FixAtoms

warnings.simplefilter("ignore")
FORMATS = {"cif": "cif", "vasp": "vasp", "xyz": "extxyz", "xsf": "xsf"}


def numbers(array):
    return " ".join(repr(float(value)) for value in array.ravel())


for path in sys.argv[1:]:
    atoms = ase.io.read(path, format=FORMATS[path.rsplit(".", 1)[1]])
    assert all(atoms.pbc), path
    fixed = [index for one in atoms.constraints if isinstance(one, FixAtoms) for index in one.index]
    print(
        path,
        " ".join(atoms.get_chemical_symbols()),
        numbers(atoms.cell.array),
        numbers(atoms.positions),
        " ".join(map(str, sorted(fixed))),
        sep=";",
    )
