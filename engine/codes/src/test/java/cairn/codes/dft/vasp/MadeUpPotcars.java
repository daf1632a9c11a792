package cairn.codes.dft.vasp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A folder of POTCARs that are none: heads as VASP's wiki shows them, with numbers made up or well known, and nothing
/// of what follows in a real one.
public record MadeUpPotcars(Path folder) {
    /// With the electrons and cutoffs that the real ones of these names are known to have.
    public static MadeUpPotcars in(Path folder) throws IOException {
        MadeUpPotcars potcars = new MadeUpPotcars(folder);
        potcars.add("Li_sv", "Li", "PE", 3, 499.034);
        potcars.add("Li", "Li", "PE", 1, 140);
        potcars.add("Si", "Si", "PE", 4, 245.345);
        potcars.add("C", "C", "PE", 4, 400);
        potcars.add("O", "O", "PE", 6, 400);
        potcars.add("Ti_pv", "Ti", "PE", 10, 222.335);
        potcars.add("Ti", "Ti", "PE", 4, 178.33);
        potcars.add("Fe_pv", "Fe", "PE", 14, 293.238);
        potcars.add("Cu_pv", "Cu", "PE", 17, 368.648);
        potcars.add("Al", "Al", "PE", 3, 240.3);
        return potcars;
    }

    public void add(String variant, String element, String functional, int electrons, double cutoffEv)
            throws IOException {
        Path file = Files.createDirectories(folder.resolve(variant)).resolve("POTCAR");
        Files.writeString(
                file,
                String.format(Locale.ROOT, """
                  PAW_PBE %1$s 01Jan2000
                   %3$d.00000000000000
                 parameters from PSCTR are:
                   VRHFIN =%2$s: made up for a test
                   LEXCH  = %4$s
                   EATOM  =     1.0000 eV,    0.0000 Ry
                   TITEL  = PAW_PBE %1$s 01Jan2000
                   LULTRA =        F    use ultrasoft PP ?
                   IUNSCR =        1    unscreen: 0-lin 1-nonlin 2-no
                   RPACOR =    0.000    partial core radius
                   POMASS =    1.000; ZVAL   =    %3$d.000    mass and valenz
                   ENMAX  =  %5$.3f; ENMIN  =  %6$.3f eV
                   END of PSCTR-controll parameters
                 a line that no other file may hold
                 End of Dataset
                """, variant, element, electrons, functional, cutoffEv, 0.75 * cutoffEv));
    }
}
