package cairn.codes.dft.pseudo;

import cairn.codes.dft.Functional;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The names that pseudopotential files give to functionals: short ones, or those of exchange, correlation and their
/// gradient corrections (Quantum ESPRESSO, Modules/funct.f90, lists both).
final class FunctionalNames {
    private static final Map<String, Functional> KNOWN = Map.ofEntries(
            Map.entry("PZ", Functional.LDA),
            Map.entry("PW", Functional.LDA),
            Map.entry("LDA", Functional.LDA),
            Map.entry("SLA PZ NOGX NOGC", Functional.LDA),
            Map.entry("SLA PW NOGX NOGC", Functional.LDA),
            Map.entry("PBE", Functional.PBE),
            Map.entry("SLA PW PBE PBE", Functional.PBE),
            Map.entry("SLA PW PBX PBC", Functional.PBE),
            Map.entry("PBESOL", Functional.PBESOL),
            Map.entry("SLA PW PSX PSC", Functional.PBESOL),
            Map.entry("RPBE", Functional.RPBE),
            Map.entry("SLA PW RPB PBC", Functional.RPBE),
            Map.entry("BLYP", Functional.BLYP),
            Map.entry("SLA LYP B88 BLYP", Functional.BLYP));

    private FunctionalNames() {}

    static Optional<Functional> functional(String said) {
        String normal = said.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", " ");
        return Optional.ofNullable(KNOWN.get(normal));
    }
}
