"""What ASE and pymatgen read in output files: for each file a line of JSON with a list of steps,
or the reason why they cannot read it.

Usage: outputs_by_others.py FILE...
Units: eV, eV/Angstrom, eV/Angstrom^3 (tension positive; xx yy zz yz xz xy), Angstrom.
"""

import json
import os
import shutil
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore")

HARTREE = 27.211386245988
BOHR = 0.529177210903
GPA = 1 / 160.2176634


def espresso(path):
    from ase.io import read

    steps = []
    for atoms in read(path, index=":", format="espresso-out"):
        said = atoms.calc.results
        step = {"energy": said["energy"]}
        if "forces" in said and said["forces"] is not None:
            step["forces"] = said["forces"].ravel().tolist()
        if "stress" in said and said["stress"] is not None:
            step["stress"] = list(said["stress"])
        step["positions"] = atoms.positions.ravel().tolist()
        steps.append(step)
    return steps


def cp2k(path):
    """In a folder of its own: pymatgen reads whatever lies beside."""
    from pymatgen.io.cp2k.outputs import Cp2kOutput

    with tempfile.TemporaryDirectory() as folder:
        alone = shutil.copy(path, folder)
        output = Cp2kOutput(alone, verbose=False, auto_load=False)
        output.parse_energies()
        steps = [{"energy": energy} for energy in output.data["total_energy"]]
        output.parse_stresses()
        stresses = output.data.get("stress_tensor") or []
        if len(stresses) == len(steps):
            for step, s in zip(steps, stresses):
                step["stress"] = [
                    -GPA * x for x in (s[0][0], s[1][1], s[2][2], s[1][2], s[0][2], s[0][1])
                ]
        return steps


def main():
    for path in sys.argv[1:]:
        with open(path, encoding="latin-1") as file:
            text = file.read()
        read = espresso if "Program PWSCF" in text else cp2k
        try:
            print(json.dumps({"file": path, "steps": read(path)}))
        except Exception as problem:
            print(json.dumps({"file": path, "refused": repr(problem)}))


main()
