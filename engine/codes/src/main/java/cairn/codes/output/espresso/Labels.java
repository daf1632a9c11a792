package cairn.codes.output.espresso;

import cairn.structure.Element;
import java.util.Optional;

/// Labels of species, as `Fe2`, `Si`, `O_up`, which begin with the symbol of the element.
final class Labels {
    private Labels() {}

    static Optional<Element> element(String label) {
        return label.length() > 1 && Character.isLetter(label.charAt(1))
                ? Element.ofSymbol(symbol(label.substring(0, 2)))
                        .or(() -> Element.ofSymbol(symbol(label.substring(0, 1))))
                : label.isEmpty() ? Optional.empty() : Element.ofSymbol(symbol(label.substring(0, 1)));
    }

    private static String symbol(String letters) {
        return Character.toUpperCase(letters.charAt(0)) + letters.substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
