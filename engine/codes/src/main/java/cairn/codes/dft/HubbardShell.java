package cairn.codes.dft;

import cairn.structure.Element;

/// The shell that a Hubbard U acts on: d of transition metals, f of lanthanides and actinides, else p.
public enum HubbardShell {
    P('p', 1),
    D('d', 2),
    F('f', 3);

    private final char letter;
    private final int momentum;

    HubbardShell(char letter, int momentum) {
        this.letter = letter;
        this.momentum = momentum;
    }

    public char letter() {
        return letter;
    }

    public int momentum() {
        return momentum;
    }

    public static HubbardShell of(String symbol) {
        int number = Element.ofSymbol(symbol).orElseThrow().atomicNumber();
        if (isWithin(number, 57, 71) || isWithin(number, 89, 103)) {
            return F;
        }
        return isTransitionMetal(number) ? D : P;
    }

    private static boolean isTransitionMetal(int number) {
        return isWithin(number, 21, 30) || isWithin(number, 39, 48) || isWithin(number, 72, 80);
    }

    private static boolean isWithin(int number, int first, int last) {
        return number >= first && number <= last;
    }
}
