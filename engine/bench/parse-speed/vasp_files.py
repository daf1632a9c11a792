"""Writes files as VASP 6.3 writes them, with numbers of no physical meaning: OUTCAR, vasprun.xml and OSZICAR.

The layout was taken from OUTCARs and vasprun.xml of 5.3.5, 5.4.1 and 6.2.1. Usage:

    vasp_files.py FOLDER [--atoms N] [--steps N] [--iterations N] [--kpoints N] [--bytes-outcar N] [--bytes-xml N]

With a number of bytes, steps are repeated until a file has that size; energies and iterations still count on.
"""
import argparse
import math
import pathlib
import random

RULE = " " + "-" * 104 + "\n"
THIN = " " + "-" * 83 + "\n"
SCF_PARTS = [
    ("  alpha Z        PSCENC =", "alphaZ"),
    ("  Ewald energy   TEWEN  =", "ewald"),
    ("  -Hartree energ DENC   =", "hartreedc"),
    ("  -exchange      EXHF   =", None),
    ("  -V(xc)+E(xc)   XCENC  =", "XCdc"),
    ("  entropy T*S    EENTRO =", "eentropy"),
    ("  eigenvalues    EBANDS =", "bandstr"),
    ("  atomic energy  EATOM  =", "atom"),
]


def exponent(value, digits):
    """As Fortran's E format writes it: 0.123E+02, or -.123E+02."""
    if value == 0:
        return "0." + "0" * digits + "E+00"
    power = math.floor(math.log10(abs(value))) + 1
    mantissa = round(abs(value) / 10**power * 10**digits)
    if mantissa == 10**digits:
        mantissa, power = mantissa // 10, power + 1
    return ("0" if value > 0 else "-") + f".{mantissa:0{digits}d}E{power:+03d}"


class Step:
    """One ionic step: energies of its SCF, forces, stress, cell and fractions."""

    def __init__(self, number, atoms, iterations, kpoints, bands):
        draw = random.Random(number)
        self.number = number
        self.edge = 10.862 + 0.001 * number
        side = math.ceil((atoms) ** (1 / 3))
        self.fractions = [
            [((index // side**axis) % side + draw.uniform(-0.05, 0.05)) / side for axis in range(3)]
            for index in range(atoms)
        ]
        self.forces = [[draw.uniform(-0.5, 0.5) for _ in range(3)] for _ in range(atoms)]
        self.kilobar = [draw.uniform(-20, 20) for _ in range(6)]  # XX YY ZZ XY YZ ZX
        last = -5.2 * atoms - 0.01 * number
        self.free = [last + 8 * 0.1**i for i in range(iterations - 1)] + [last]
        self.entropy = -0.002 * atoms / 64
        self.moment = 0.0123 * number
        self.levels = [[[draw.uniform(-8, 8), 1.0] for _ in range(bands)] for _ in range(kpoints)]

    def positions(self):
        return [[self.edge * f for f in fraction] for fraction in self.fractions]


class Run:
    """A relaxation or MD of Li and Si with spin, in a cubic cell."""

    def __init__(self, atoms=4, steps=3, iterations=4, kpoints=4, ibrion=2, nsw=None):
        self.counts = (atoms // 2, atoms - atoms // 2)
        self.steps = steps
        self.iterations = iterations
        self.kpoints = kpoints
        self.bands = 2 * atoms
        self.ibrion = ibrion
        self.nsw = nsw or 50

    def step(self, number):
        return Step(number, sum(self.counts), self.iterations, self.kpoints, self.bands)


def outcar_head(run):
    potcar = {"Li": ("PAW_PBE Li_sv 10Sep2004", 3.0, 7.010, 499.034), "Si": ("PAW_PBE Si 05Jan2001", 4.0, 28.085, 245.345)}
    yield " vasp.6.3.2 27Jun22 (build Aug 02 2022 10:11:12) complex                        \n  \n"
    yield " executed on             LinuxGNU date 2022.11.07  11:12:13\n running    8 mpi-ranks, with    1 threads/rank\n"
    yield " distrk:  each k-point on    8 cores,    1 groups\n distr:  one band on NCORE=   1 cores,    8 groups\n"
    yield "\n\n" + RULE[1:] + "\n\n INCAR:\n   ENCUT = 520\n   IVDW = 12\n   LDAU = .TRUE.\n"
    for element in potcar:
        yield f" POTCAR:    {potcar[element][0]:<34}\n"
    for element, (title, valence, mass, enmax) in potcar.items():
        yield f" POTCAR:    {title:<34}\n   VRHFIN ={element}:\n   LEXCH  = PE\n"
        yield f"   EATOM  =   103.0669 eV,    7.5752 Ry\n\n   TITEL  = {title:<80}\n"
        yield "   LULTRA =        F    use ultrasoft PP ?\n   IUNSCR =        1    unscreen: 0-lin 1-nonlin 2-no\n"
        yield f"   POMASS = {mass:8.3f}; ZVAL   = {valence:8.3f}    mass and valenz\n"
        yield f"   ENMAX  = {enmax:8.3f}; ENMIN  = {0.75 * enmax:8.3f} eV\n"
    yield "\n\n" + RULE[1:] + "\n\n ion  position               nearest neighbor table\n"
    yield "   1  0.000  0.000  0.000-   3 2.35   4 2.35\n\n"
    yield " KPOINTS: A mesh                                  \n\nAutomatic generation of k-mesh.\n"
    yield " Grid dimensions read from file:\n generate k-points for:    2    2    2\n\n"
    yield f" Subroutine IBZKPT returns following result:\n ===========================================\n\n"
    yield f" Found {run.kpoints:6d} irreducible k-points:\n\n"
    yield " Dimension of arrays:\n"
    yield f"   k-points           NKPTS = {run.kpoints:6d}   k-points in BZ     NKDIM = {run.kpoints:6d}   number of bands    NBANDS= {run.bands:6d}\n"
    yield f"   number of dos      NEDOS =    301   number of ions     NIONS = {sum(run.counts):6d}\n"
    yield "   total plane-waves  NPLWV = 512000\n   dimension x,y,z NGX =    80 NGY =   80 NGZ =   80\n"
    yield f"   ions per type =            {run.counts[0]:6d}{run.counts[1]:6d}\n\n"
    yield " SYSTEM =  unknown system\n POSCAR =  Li Si\n\n Startparameter for this run:\n"
    yield "   NWRITE =      2    write-flag & timer\n   PREC   = accura    normal or accurate (medium, high low for compatibility)\n"
    yield "   ISTART =      0    job   : 0-new  1-cont  2-samecut\n   ISPIN  =      2    spin polarized calculation?\n"
    yield "   LNONCOLLINEAR =      F non collinear calculations\n   LSORBIT =      F    spin-orbit coupling\n"
    yield "   METAGGA=      F    non-selfconsistent MetaGGA calc.\n\n Electronic Relaxation 1\n"
    yield "   ENCUT  =  520.0 eV  38.22 Ry    6.18 a.u.  12.78 12.78 12.78*2*pi/ulx,y,z\n"
    yield "   NELM   =     60;   NELMIN=  2; NELMDL= -5     # of ELM steps\n   EDIFF  = 0.1E-04   stopping-criterion for ELM\n"
    yield f" Ionic relaxation\n   EDIFFG = -.1E-01   stopping-criterion for IOM\n   NSW    = {run.nsw:6d}    number of steps for IOM\n"
    yield f"   NBLOCK =      1;   KBLOCK =     50    inner block; outer block\n   IBRION = {run.ibrion:6d}    ionic relax: 0-MD 1-quasi-New 2-CG\n"
    yield "   ISIF   =      3    stress and relaxation\n   POTIM  = 0.5000    time-step for ionic-motion\n   PSTRESS=    0.0 pullay stress\n\n"
    yield "  Mass of Ions in am\n   POMASS =   7.01 28.09\n  Ionic Valenz\n   ZVAL   =   3.00  4.00\n"
    yield f"   NELECT = {3.0 * run.counts[0] + 4.0 * run.counts[1]:12.4f}    total number of electrons\n\n DOS related values:\n"
    yield "   ISMEAR =     0;   SIGMA  =   0.05  broadening in eV -4-tet -1-fermi 0-gaus\n\n"
    yield " LDA+U is selected, type is set to LDAUTYPE =  2\n   angular momentum for each species LDAUL =    -1    1\n"
    yield "   U (eV)           for each species LDAUU =   0.0  2.5\n   J (eV)           for each species LDAUJ =   0.0  0.0\n"
    yield " Exchange correlation treatment:\n   GGA     =    PE    GGA type\n   LEXCH   =     8    internal setting for exchange type\n"
    yield "   LHFCALC =     F    Hartree Fock is set to\n   AEXX    =    0.0000 exact exchange contribution\n\n" + RULE[1:] + "\n\n"
    yield " DFTD3 V3.0 Rev 1\n\n" + RULE[1:] + "\n\n"
    yield from cell_block(run.step(1))
    for title in ("units of 2pi/SCALE and weight", "reciprocal lattice and weights"):
        yield f" k-points in {title}: A mesh\n"
        for index in range(run.kpoints):
            yield f"{0.25 * index:13.8f}{0.25:12.8f}{0.25:12.8f}{1 / run.kpoints:12.3f}\n"
        yield " \n"
    yield " position of ions in fractional coordinates (direct lattice) \n"
    for fraction in run.step(1).fractions:
        yield "".join(f"{x:13.8f}" for x in fraction)[1:] + "\n"
    yield "\n" + RULE[1:] + "\n\n"
    for index in range(1, run.kpoints + 1):
        yield f" k-point {index:2d} :   0.0000 0.0000 0.0000  plane waves:   21119\n"
    yield "\n maximum and minimum number of plane-waves per node :     21119    21119\n\n maximum number of plane-waves:     21119\n\n"


def cell_block(step):
    rows = [[step.edge if i == j else 0.0 for j in range(3)] for i in range(3)]
    yield "  energy-cutoff  :      520.00\n" + f"  volume of cell :   {step.edge**3:9.2f}\n"
    yield "      direct lattice vectors                 reciprocal lattice vectors\n"
    for row in rows:
        yield "   " + "".join(f"{x:13.9f}" for x in row) + "   " + "".join(f"{(1 / x if x else 0):13.9f}" for x in row) + "\n"
    yield "\n  length of vectors\n   " + f"{step.edge:13.9f}" * 3 + "   " + f"{1 / step.edge:13.9f}" * 3 + "\n\n\n"


def outcar_scf(run, step):
    electrons = 3.0 * run.counts[0] + 4.0 * run.counts[1]
    for iteration, free in enumerate(step.free, 1):
        yield f"-{'-' * 38} Iteration {step.number:6d}({iteration:4d})  {'-' * 39}\n\n\n"
        for routine in ("POTLOK", "SETDIJ", " EDDAV", "   DOS", "CHARGE", "MIXING"):
            yield f"    {routine}:  cpu time    0.1234: real time    0.1240\n"
        yield "    --------------------------------------------\n      LOOP:  cpu time    0.7404: real time    0.7440\n\n"
        yield " eigenvalue-minimisations  :  1088\n total energy-change (2. order) : 0.1970352E+03  (-0.1403194E+04)\n"
        yield f" number of electron {electrons:15.7f} magnetization {step.moment:15.7f}\n"
        yield f" augmentation part  {electrons:15.7f} magnetization {step.moment:15.7f}\n\n"
        yield " Broyden mixing:\n  rms(total) = 0.63064E+00    rms(broyden)= 0.63012E+00\n  rms(prec ) = 0.97685E+00\n  weight for this iteration     100.00\n\n"
        yield " Free energy of the ion-electron system (eV)\n  ---------------------------------------------------\n"
        for label, _ in SCF_PARTS:
            yield f"{label} {-1234.56789012 / iteration:19.8f}\n"
        yield "  ---------------------------------------------------\n"
        yield f"  free energy    TOTEN  = {free:19.8f} eV\n\n"
        yield f"  energy without entropy = {free - step.entropy:19.8f}  energy(sigma->0) ={free - step.entropy / 2:20.8f}\n\n\n"
        yield RULE[1:] + "\n\n\n\n"
    yield f"{'-' * 24} aborting loop because EDIFF is reached {'-' * 40}\n\n\n"


def outcar_levels(step):
    for spin in (1, 2):
        yield f" spin component {spin}\n\n"
        for index, levels in enumerate(step.levels, 1):
            yield f" k-point {index:5d} :       0.0000    0.0000    0.0000\n  band No.  band energies     occupation \n"
            for band, (energy, occupation) in enumerate(levels, 1):
                yield f"  {band:5d}  {energy:12.4f} {occupation:12.5f}\n"
            yield "\n"
    yield "\n" + RULE[1:] + " soft charge-density along one line, spin component           1\n         0         1         2         3         4\n"
    for row in range(18):
        yield "".join(f"{0.001 * (row + column) - 0.01:7.3f} " for column in range(16)) + "\n"


def outcar_step(run, step):
    yield from outcar_scf(run, step)
    yield from outcar_levels(step)
    volume = step.edge**3
    yield "  FORCE on cell =-STRESS in cart. coord.  units (eV):\n"
    yield "  Direction    XX          YY          ZZ          XY          YZ          ZX\n  " + "-" * 86 + "\n"
    for label in ("Alpha Z", "Ewald  ", "Hartree", "E(xc)  ", "Local  ", "n-local", "augment", "Kinetic"):
        yield f"  {label} " + "".join(f"{123.45678 - i:12.5f}" for i in range(6)) + "\n"
    yield "  " + "-" * 85 + "\n"
    yield "  Total   " + "".join(f"{x * volume / 1602.1766:12.5f}" for x in step.kilobar) + "\n"
    yield "  in kB   " + "".join(f"{x:12.5f}" for x in step.kilobar) + "\n"
    yield f"  external pressure = {sum(step.kilobar[:3]) / 3:11.2f} kB  Pullay stress =        0.00 kB\n\n\n"
    yield " VOLUME and BASIS-vectors are now :\n " + "-" * 77 + "\n"
    yield from cell_block(step)
    yield " FORCES acting on ions\n    electron-ion (+dipol)            ewald-force                    non-local-force                 convergence-correction\n"
    yield " " + "-" * 95 + "\n"
    for force in step.forces:
        yield " " + " ".join("  " + " ".join(exponent(x, 3) for x in force) for _ in range(4)) + "\n"
    yield " " + "-" * 95 + "\n\n\n"
    yield " POSITION                                       TOTAL-FORCE (eV/Angst)\n" + THIN
    for position, force in zip(step.positions(), step.forces):
        yield "".join(f"{x:13.5f}" for x in position) + "   " + "".join(f"{x:14.6f}" for x in force) + "\n"
    yield THIN + f"    total drift:                         {0.0:15.6f}{0.0:15.6f}{0.0:15.6f}\n\n\n" + RULE[1:] + "\n\n\n"
    yield "  FREE ENERGIE OF THE ION-ELECTRON SYSTEM (eV)\n  ---------------------------------------------------\n"
    free = step.free[-1]
    yield f"  free  energy   TOTEN  = {free:19.8f} eV\n\n"
    yield f"  energy  without entropy={free - step.entropy:20.8f}  energy(sigma->0) ={free - step.entropy / 2:20.8f}\n\n\n\n"
    yield RULE[1:] + "\n\n    POTLOK:  cpu time    0.0827: real time    0.0830\n\n\n" + RULE[1:] + "\n\n"


def outcar_tail(run):
    if run.ibrion > 0:
        yield " reached required accuracy - stopping structural energy minimisation\n"
    yield "     LOOP+:  cpu time    1.8404: real time    1.8433\n    4ORBIT:  cpu time    0.0000: real time    0.0000\n\n"
    yield " total amount of memory used by VASP MPI-rank0    44741. kBytes\n" + "=" * 71 + "\n\n   base      :      30000. kBytes\n\n\n\n"
    yield " General timing and accounting informations for this job:\n ========================================================\n\n"
    for label, value in (("Total CPU time used", 81.64), ("User time", 74.738), ("System time", 6.902), ("Elapsed time", 82.845)):
        yield f"{label + ' (sec):':>44} {value:12.3f}\n"
    yield "\n                   Maximum memory used (kb):       50848.\n                   Average memory used (kb):          N/A\n\n"
    yield "                          Minor page faults:        11202\n                          Major page faults:           54\n"
    yield "                 Voluntary context switches:           56\n"


def xml_head(run):
    def kind(value):
        return {str: ' type="string"', int: ' type="int"', bool: ' type="logical"'}.get(type(value), "")

    def text(value):
        if isinstance(value, bool):
            return " T  " if value else " F  "
        return f"{value:6d}" if isinstance(value, int) else value if isinstance(value, str) else f"{value:16.8f}"

    def tags(indent, **values):
        for name, value in values.items():
            if isinstance(value, tuple):
                yield f'{indent}<v name="{name}">{"".join(text(x) for x in value)}</v>\n'
            else:
                yield f'{indent}<i{kind(value)} name="{name}">{text(value)}</i>\n'

    yield '<?xml version="1.0" encoding="ISO-8859-1"?>\n<modeling>\n <generator>\n  <i name="program" type="string">vasp </i>\n'
    yield '  <i name="version" type="string">6.3.2  </i>\n'
    yield '  <i name="subversion" type="string">27Jun22 (build Aug 02 2022 10:11:12) complex                          parallel </i>\n'
    yield '  <i name="platform" type="string">LinuxGNU </i>\n  <i name="date" type="string">2022 11 07 </i>\n'
    yield '  <i name="time" type="string">11:12:13 </i>\n </generator>\n <incar>\n'
    yield from tags("  ", PREC="accurate", ISPIN=2, ENCUT=520.0, IBRION=run.ibrion, NSW=run.nsw, ISIF=3, IVDW=12, LDAU=True)
    yield ' </incar>\n <kpoints>\n  <generation param="Monkhorst-Pack">\n   <v type="int" name="divisions">       2        2        2 </v>\n'
    yield '   <v name="usershift">      0.00000000       0.00000000       0.00000000 </v>\n  </generation>\n  <varray name="kpointlist" >\n'
    for index in range(run.kpoints):
        yield f"   <v> {0.25 * index:16.8f} {0.25:16.8f} {0.25:16.8f} </v>\n"
    yield '  </varray>\n  <varray name="weights" >\n'
    for index in range(run.kpoints):
        yield f"   <v> {1 / run.kpoints:16.8f} </v>\n"
    yield '  </varray>\n </kpoints>\n <parameters>\n  <separator name="general" >\n'
    yield from tags("   ", SYSTEM="unknown system", LCOMPAT=False)
    yield '  </separator>\n  <separator name="electronic" >\n'
    yield from tags("   ", PREC="accura", ENMAX=520.0, EDIFF=1e-5, IALGO=38, NBANDS=run.bands, NELECT=3.0 * run.counts[0] + 4.0 * run.counts[1])
    yield '   <separator name="electronic smearing" >\n'
    yield from tags("    ", ISMEAR=0, SIGMA=0.05, KSPACING=0.5, KGAMMA=True)
    yield '   </separator>\n   <separator name="electronic spin" >\n'
    yield from tags("    ", ISPIN=2, LNONCOLLINEAR=False, MAGMOM=(1.0,) * sum(run.counts), NUPDOWN=-1.0, LSORBIT=False)
    yield '   </separator>\n   <separator name="electronic exchange-correlation" >\n'
    yield from tags("    ", LASPH=False, METAGGA="--")
    yield '   </separator>\n   <separator name="electronic convergence" >\n'
    yield from tags("    ", NELM=60, NELMDL=-5, NELMIN=2)
    yield '   </separator>\n  </separator>\n  <separator name="ionic" >\n'
    yield from tags("   ", NSW=run.nsw, IBRION=run.ibrion, ISIF=3, PSTRESS=0.0, EDIFFG=-0.01, POTIM=0.5)
    yield '  </separator>\n  <separator name="dos" >\n'
    yield from tags("   ", LORBIT=0, NEDOS=301, EMIN=10.0, EMAX=-10.0, EFERMI=0.0)
    yield "  </separator>\n"
    yield from tags("  ", GGA_COMPAT=True, LBERRY=False, LDAU=True)
    yield '  <v type="int" name="LDAUL">    -1     1</v>\n'
    yield from tags("  ", LDAUU=(0.0, 2.5), LDAUJ=(0.0, 0.0))
    yield '  <separator name="electronic exchange-correlation" >\n'
    yield from tags("   ", GGA="PE", LHFCALC=False, AEXX=0.0, HFSCREEN=0.0)
    yield '  </separator>\n  <separator name="vdW DFT" >\n'
    yield from tags("   ", LUSE_VDW=False)
    yield "  </separator>\n </parameters>\n <atominfo>\n"
    yield f"  <atoms>  {sum(run.counts):6d} </atoms>\n  <types>       2 </types>\n  <array name=\"atoms\" >\n   <dimension dim=\"1\">ion</dimension>\n"
    yield '   <field type="string">element</field>\n   <field type="int">atomtype</field>\n   <set>\n'
    for number, (element, count) in enumerate(zip(("Li", "Si"), run.counts), 1):
        yield f"    <rc><c>{element}</c><c>{number:4d}</c></rc>\n" * count
    yield '   </set>\n  </array>\n  <array name="atomtypes" >\n   <dimension dim="1">type</dimension>\n   <field type="int">atomspertype</field>\n'
    yield '   <field type="string">element</field>\n   <field>mass</field>\n   <field>valence</field>\n   <field type="string">pseudopotential</field>\n   <set>\n'
    yield f"    <rc><c>{run.counts[0]:4d}</c><c>Li</c><c>      7.01000000</c><c>      3.00000000</c><c>  PAW_PBE Li_sv 10Sep2004               </c></rc>\n"
    yield f"    <rc><c>{run.counts[1]:4d}</c><c>Si</c><c>     28.08500000</c><c>      4.00000000</c><c>  PAW_PBE Si 05Jan2001                  </c></rc>\n"
    yield "   </set>\n  </array>\n </atominfo>\n"
    yield from xml_structure(run.step(1), ' name="initialpos" ', " ")


def xml_rows(name, rows, indent):
    yield f'{indent}<varray name="{name}" >\n'
    for row in rows:
        yield f"{indent} <v> {row[0]:16.8f} {row[1]:16.8f} {row[2]:16.8f} </v>\n"
    yield f"{indent}</varray>\n"


def xml_structure(step, name, indent):
    rows = [[step.edge if i == j else 0.0 for j in range(3)] for i in range(3)]
    yield f"{indent}<structure{name}>\n{indent} <crystal>\n"
    yield from xml_rows("basis", rows, indent + "  ")
    yield f'{indent}  <i name="volume"> {step.edge**3:16.8f} </i>\n'
    yield from xml_rows("rec_basis", [[1 / x if x else 0.0 for x in row] for row in rows], indent + "  ")
    yield f"{indent} </crystal>\n"
    yield from xml_rows("positions", step.fractions, indent + " ")
    yield f"{indent}</structure>\n"


def xml_energy(free, entropy, parts, indent):
    yield f"{indent}<energy>\n"
    for name in parts:
        yield f'{indent} <i name="{name}"> {-1234.56789012:16.8f} </i>\n'
    yield f'{indent} <i name="e_fr_energy"> {free:16.8f} </i>\n{indent} <i name="e_wo_entrp"> {free - entropy:16.8f} </i>\n'
    yield f'{indent} <i name="e_0_energy"> {free - entropy / 2:16.8f} </i>\n{indent}</energy>\n'


def xml_step(run, step):
    yield " <calculation>\n"
    for iteration, free in enumerate(step.free):
        yield '  <scstep>\n   <time name="dav">    0.15    0.15</time>\n   <time name="total">    0.25    0.25</time>\n'
        yield from xml_energy(free, step.entropy, [name for _, name in SCF_PARTS if name] if iteration == 0 else [], "   ")
        yield "  </scstep>\n"
    yield from xml_structure(step, "", "  ")
    yield from xml_rows("forces", step.forces, "  ")
    xx, yy, zz, xy, yz, zx = step.kilobar
    yield from xml_rows("stress", [[xx, xy, zx], [xy, yy, yz], [zx, yz, zz]], "  ")
    yield from xml_energy(step.free[-1], step.entropy, [], "  ")
    yield '  <time name="totalsc">    1.93    1.93</time>\n  <eigenvalues>\n   <array>\n    <dimension dim="1">band</dimension>\n'
    yield '    <dimension dim="2">kpoint</dimension>\n    <dimension dim="3">spin</dimension>\n    <field>eigene</field>\n    <field>occ</field>\n    <set>\n'
    for spin in (1, 2):
        yield f'     <set comment="spin {spin}">\n'
        for index, levels in enumerate(step.levels, 1):
            yield f'      <set comment="kpoint {index}">\n'
            for energy, occupation in levels:
                yield f"       <r> {energy:9.4f} {occupation:9.4f} </r>\n"
            yield "      </set>\n"
        yield "     </set>\n"
    yield "    </set>\n   </array>\n  </eigenvalues>\n </calculation>\n"


def xml_tail(run):
    yield from xml_structure(run.step(run.steps), ' name="finalpos" ', " ")
    yield "</modeling>\n"


def oszicar_step(run, step):
    yield "       N       E                     dE             d eps       ncg     rms          rms(c)\n"
    before = 0.0
    for iteration, free in enumerate(step.free, 1):
        change = free - before
        yield f"DAV: {iteration:3d}   {exponent(free, 12):>19}   {exponent(change, 5)}   {exponent(change, 5)}  1088   0.343E+01\n"
        before = free
    free = step.free[-1]
    yield f"{step.number:4d} F= {exponent(free, 8)} E0= {exponent(free - step.entropy / 2, 8)}  d E ={exponent(-0.01, 6)}  mag= {step.moment:10.4f}\n"


KEPT = 8
NUMBER = 999999


def write(path, run, head, step, tail, size):
    """Whole steps until there are enough; in large files the texts of eight of them return under new numbers."""
    kept = ["".join(step(run, run.step(number + 1))).replace(f"Iteration {number + 1:6d}", f"Iteration {NUMBER:6d}") for number in range(min(run.steps, KEPT))]
    steps = max(run.steps, math.ceil(size / (sum(map(len, kept)) / len(kept))))
    run.nsw = max(run.nsw, steps)
    with open(path, "w", encoding="latin-1", buffering=1 << 20) as out:
        out.writelines(head(run) if head else ())
        for number in range(steps):
            out.write(kept[number % KEPT].replace(f"Iteration {NUMBER:6d}", f"Iteration {number + 1:6d}"))
        out.writelines(tail(run) if tail else ())


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    arguments.add_argument("folder", type=pathlib.Path)
    for name, usual in (("atoms", 4), ("steps", 3), ("iterations", 4), ("kpoints", 4), ("bytes-outcar", 0), ("bytes-xml", 0)):
        arguments.add_argument("--" + name, type=int, default=usual)
    given = arguments.parse_args()
    run = Run(given.atoms, min(given.steps, KEPT), given.iterations, given.kpoints)
    given.folder.mkdir(parents=True, exist_ok=True)
    large = given.bytes_outcar or given.bytes_xml
    if given.bytes_outcar or not large:
        write(given.folder / "OUTCAR", run, outcar_head, outcar_step, outcar_tail, given.bytes_outcar)
    if given.bytes_xml or not large:
        write(given.folder / "vasprun.xml", run, xml_head, xml_step, xml_tail, given.bytes_xml)
    if not large:
        write(given.folder / "OSZICAR", run, None, oszicar_step, None, 0)


if __name__ == "__main__":
    main()
