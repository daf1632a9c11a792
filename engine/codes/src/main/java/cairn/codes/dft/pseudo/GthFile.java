package cairn.codes.dft.pseudo;

import cairn.structure.Element;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A GTH potential in ABINIT's format 10, which pw.x reads from files called `.gth` (upflib/gth.f90, routine readgth).
///
///     title / zatom zion pspdat / pspcod pspxc lmax lloc mmax r2well / rloc n c(1) .. / channels
///     (r n h(1,1) .. / h(2,2) .. / and, but for l = 0, as many rows of the spin-orbit matrix k)*
///
/// The spin-orbit rows are zero. A potential without projectors gets one channel of none, which is the same.
final class GthFile {
    private static final int FORMAT = 10;
    /// PBE in ABINIT's numbering.
    private static final int PBE = 11;

    private GthFile() {}

    static String name(GthPotential potential) {
        return potential.element() + "." + potential.name() + ".gth";
    }

    /// The text of a potential that was made for PBE.
    static String ofPbe(GthPotential potential) {
        List<GthPotential.Channel> channels = potential.channels().isEmpty()
                ? List.of(new GthPotential.Channel("1.0", 0, List.of()))
                : potential.channels();
        int highest = channels.size() - 1;
        StringBuilder text = new StringBuilder();
        line(text, potential.element() + " " + potential.name() + ", converted by Cairn from CP2K's GTH_POTENTIALS");
        line(text, number(potential.element()) + " " + potential.valence() + " 0");
        line(text, FORMAT + " " + PBE + " " + highest + " " + (highest + 1) + " 2001 0");
        line(text, potential.radius() + " " + counted(potential.local()));
        line(text, Integer.toString(channels.size()));
        for (int momentum = 0; momentum < channels.size(); momentum++) {
            channel(text, momentum, channels.get(momentum));
        }
        return text.toString();
    }

    private static int number(String symbol) {
        return Element.ofSymbol(symbol).orElseThrow().atomicNumber();
    }

    private static String counted(List<String> numbers) {
        return Stream.concat(Stream.of(Integer.toString(numbers.size())), numbers.stream())
                .collect(Collectors.joining(" "));
    }

    private static void channel(StringBuilder text, int momentum, GthPotential.Channel channel) {
        String head = channel.radius() + " " + channel.projectors();
        line(text, channel.projectors() == 0 ? head : head + " " + String.join(" ", channel.row(0)));
        for (int row = 1; row < channel.projectors(); row++) {
            line(text, String.join(" ", channel.row(row)));
        }
        for (int row = 0; momentum > 0 && row < channel.projectors(); row++) {
            line(text, "0.0 ".repeat(channel.projectors() - row).strip());
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
