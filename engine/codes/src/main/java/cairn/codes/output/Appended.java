package cairn.codes.output;

import java.util.Optional;

/// Texts of several runs in one file, as `pw.x -in relax.in >> relax.out` leaves them.
public final class Appended {
    private Appended() {}

    public static Optional<String> warning(int runs) {
        return runs > 1
                ? Optional.of("the file holds the texts of " + runs + " runs; how the last one ended counts")
                : Optional.empty();
    }
}
