package cairn.cli.band;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Writes a band as VASP with VTST leaves it: folders 00 to 04, in each a POSCAR and an OUTCAR with the lines that are
/// read, as VASP 5.4 (`main.F`) and VTST 6.4 (`neb.F`, formats 4696 to 4699) format them.
///
/// The band is a hydrogen atom that crosses the border of a cubic cell of 6 Angstrom from x = 5 to x = 7, over V(x) = B
/// (1 - (x - 6)^2)^2; each image feels a force across the path besides. A second atom is held.
record VtstFolder(Path folder, Table table) {
    static final double BARRIER = 0.3;
    static final double ACROSS = 0.02;
    private static final double CELL = 6;
    /// What smearing adds to the energies extrapolated to none.
    private static final double ENTROPY = 0.004;

    /// What the table of forces holds.
    enum Table {
        TRUE_FORCES,
        FORCES_OF_THE_BAND
    }

    private static final double[] PLACES = {5, 5.5, 6.02, 6.5, 7};

    static double energy(double x) {
        return BARRIER * Math.pow(1 - (x - 6) * (x - 6), 2);
    }

    private static double force(double x) {
        return 4 * BARRIER * (1 - (x - 6) * (x - 6)) * (x - 6);
    }

    /// The barrier of the images, on free energies.
    static double barrier() {
        return energy(PLACES[2]) - energy(PLACES[0]);
    }

    /// The energies at sigma -> 0 have another barrier.
    static double barrierSigmaZero() {
        return barrier() * (1 + ENTROPY);
    }

    void write() throws IOException {
        for (int image = 0; image < PLACES.length; image++) {
            Path place = Files.createDirectories(folder.resolve("0" + image));
            Files.writeString(place.resolve("POSCAR"), poscar(PLACES[image]));
            Files.writeString(place.resolve("OUTCAR"), outcar(image));
        }
        Files.writeString(folder.resolve("INCAR"), "SYSTEM = hop\nIMAGES = 3 ; SPRING = -5 ; LCLIMB = .TRUE. ! VTST\n");
    }

    /// As nebbarrier.pl writes it: image, distance, energy at sigma -> 0, force along the path, folder.
    void writeTable() throws IOException {
        StringBuilder table = new StringBuilder();
        for (int image = 0; image < PLACES.length; image++) {
            table.append(String.format(
                    Locale.ROOT,
                    "%3d %12.6f %12.6f %12.6f %3d\n",
                    image,
                    PLACES[image] - PLACES[0],
                    (1 + ENTROPY) * (energy(PLACES[image]) - energy(PLACES[0])),
                    force(PLACES[image]),
                    image));
        }
        Files.writeString(folder.resolve("neb.dat"), table);
    }

    /// The atom is back in the cell, as VASP puts it.
    private static String poscar(double x) {
        return String.format(Locale.ROOT, """
                        hop
                        1.0
                        %1$.6f 0 0
                        0 %1$.6f 0
                        0 0 %1$.6f
                        H Si
                        1 1
                        Selective dynamics
                        Direct
                        %2$.16f 0.5 0.5 T T T
                        0.25 0.25 0.25 F F F
                        """, CELL, x / CELL % 1);
    }

    private String outcar(int image) {
        StringBuilder text = new StringBuilder(" vasp.5.4.4.18Apr17-6-g9f103f2a35 (build Nov 02 2022) complex\n");
        text.append("   TITEL  = PAW_PBE H 15Jun2001\n   TITEL  = PAW_PBE Si 05Jan2001\n");
        text.append("   number of dos      NEDOS =    301   number of ions     NIONS =      2\n");
        text.append("   ions per type =               1   1\n");
        step(text, image, 0.1);
        step(text, image, 0);
        text.append(" reached required accuracy - stopping structural energy minimisation\n");
        return text.toString();
    }

    /// One ionic step; `off` is how far from its end the energy still is, eV.
    private void step(StringBuilder text, int image, double off) {
        double x = PLACES[image];
        boolean interior = image > 0 && image < PLACES.length - 1;
        double spring = image == 2 ? -force(x) : 0.111;
        double along = interior && table == Table.FORCES_OF_THE_BAND ? spring : force(x);
        line(text, String.format(Locale.ROOT, "  free energy    TOTEN  =  %18.8f eV", -9.5));
        text.append("      direct lattice vectors                 reciprocal lattice vectors\n");
        for (int vector = 0; vector < 3; vector++) {
            double[] row = new double[6];
            row[vector] = CELL;
            row[3 + vector] = 1 / CELL;
            line(
                    text,
                    String.format(
                            Locale.ROOT,
                            "    %13.9f%13.9f%13.9f    %13.9f%13.9f%13.9f",
                            row[0],
                            row[1],
                            row[2],
                            row[3],
                            row[4],
                            row[5]));
        }
        text.append(" POSITION                                       TOTAL-FORCE (eV/Angst)\n");
        text.append(" ").append("-".repeat(83)).append('\n');
        line(
                text,
                String.format(
                        Locale.ROOT,
                        " %12.5f %12.5f %12.5f    %13.6f %13.6f %13.6f",
                        x % CELL,
                        3.0,
                        3.0,
                        along,
                        ACROSS,
                        0.0));
        line(
                text,
                String.format(
                        Locale.ROOT, " %12.5f %12.5f %12.5f    %13.6f %13.6f %13.6f", 1.5, 1.5, 1.5, -along, 7.0, 0.0));
        text.append(" ").append("-".repeat(83)).append('\n');
        text.append("    total drift:                                0.000000      0.000000      0.000000\n");
        if (interior) {
            line(
                    text,
                    String.format(
                            Locale.ROOT,
                            "\n NEB: projections on to tangent (spring, REAL) %12.6f%12.6f\n",
                            spring,
                            force(x)));
        }
        double energy = energy(x) - 10 + off;
        double sigmaZero = (1 + ENTROPY) * energy(x) - 10.04 + off;
        text.append("\n  FREE ENERGIE OF THE ION-ELECTRON SYSTEM (eV)\n");
        line(text, String.format(Locale.ROOT, "  free  energy   TOTEN  =  %16.8f eV\n", energy));
        line(
                text,
                String.format(
                        Locale.ROOT,
                        "  energy  without entropy= %16.8f  energy(sigma->0) = %16.8f",
                        2 * sigmaZero - energy,
                        sigmaZero));
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
