"""Reads a file with ASE or pymatgen, as their users do, and prints how long that took: peers.py ase|pymatgen FILE"""
import os
import resource
import sys
import time
import warnings

warnings.simplefilter("ignore")


def with_ase(path):
    import ase.io

    return len(ase.io.read(path, ":"))


def with_pymatgen(path):
    from pymatgen.io.vasp.outputs import Outcar, Vasprun

    if path.endswith(".xml"):
        return Vasprun(path, parse_dos=False, parse_eigen=False, parse_potcar_file=False).nionic_steps
    Outcar(path)
    return 1  # It keeps the last step only.


def main():
    peer, path = sys.argv[1:]
    read = {"ase": with_ase, "pymatgen": with_pymatgen}[peer]
    begun, busy = time.perf_counter(), time.process_time()
    steps = read(path)
    wall, cpu = time.perf_counter() - begun, time.process_time() - busy
    size = 1e-6 * os.path.getsize(path)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{peer} {os.path.basename(path)} {size:.0f} MB: {wall:.2f} s ({size / wall:.1f} MB/s), {cpu:.2f} s of CPU "
          f"({size / cpu:.1f} MB/s), {steps} steps kept, {memory:.0f} MiB of memory")


if __name__ == "__main__":
    main()
