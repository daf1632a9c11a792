#!/usr/bin/python3
"""How long LAMMPS takes, in process, for a force call of the Li-Si KIM model.

usage: meam_timing.py FRAMES

FRAMES holds blocks as meam_reference.py reads them, all with the same cell and atoms. For each way of asking
that gives correct forces, prints `WAY MEDIAN_MS MINIMUM_MS SUM_OF_ENERGIES_EV`. Timed are the calls of the
library only: set the positions, run, get the forces.
"""
import ctypes
import statistics
import sys
import time

from meam_reference import open_lammps, read

WAYS = {
    "run-0": ([], "run 0 post no"),
    # Without `thermo 1` the energy would be of another step, without `delay 0` the neighbours may be.
    "run-1-pre-no": (["timestep 0.0", "thermo 1", "neigh_modify every 1 delay 0 check yes"],
                     "run 1 pre no post no"),
}


def measure(frames, setup, command):
    _, cell, symbols, positions = frames[0]
    engine = open_lammps(cell, symbols, positions)
    for line in setup:
        engine.command(line)
    engine.command("run 0 post no")
    times, energies = [], 0.0
    for _, _, _, positions in frames:
        flat = (ctypes.c_double * positions.size)(*positions.ravel())
        start = time.perf_counter()
        engine.scatter_atoms("x", 1, 3, flat)
        engine.command(command)
        engine.gather_atoms("f", 1, 3)
        times.append(1e3 * (time.perf_counter() - start))
        energies += engine.get_thermo("pe")
    engine.close()
    return statistics.median(times), min(times), energies


def main(path):
    frames = list(read(path))
    for way, (setup, command) in WAYS.items():
        median, smallest, energies = measure(frames, setup, command)
        print(way, median, smallest, repr(energies))


if __name__ == "__main__":
    main(sys.argv[1])
