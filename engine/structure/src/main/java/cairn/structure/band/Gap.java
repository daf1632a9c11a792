package cairn.structure.band;

import java.util.Objects;

/// Something that the folder does not hold, what follows from that, and what to do about it.
public record Gap(String what, String todo) {
    public Gap {
        Objects.requireNonNull(what);
        Objects.requireNonNull(todo);
    }

    @Override
    public String toString() {
        return what + "; " + todo;
    }
}
