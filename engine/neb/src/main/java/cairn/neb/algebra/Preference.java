package cairn.neb.algebra;

import java.util.Objects;

/// Which implementation is wanted.
enum Preference {
    FASTEST {
        @Override
        Algebra algebra() {
            return Algebra.openBlas().orElseGet(Algebra::java);
        }

        @Override
        Algebra algebraFor(double operations) {
            return operations < WORTH_LOADING ? Algebra.java() : algebra();
        }
    },
    JAVA {
        @Override
        Algebra algebra() {
            return Algebra.java();
        }
    },
    NATIVE {
        @Override
        Algebra algebra() {
            return Algebra.openBlas()
                    .orElseThrow(() -> new PreferenceMistake(
                            "CAIRN_ALGEBRA demands native, which is not there: leave it out, or set it to java"));
        }
    };

    /// Loading OpenBLAS and linking its routines take 0.2 s, in which plain Java does about so many operations; and
    /// what is done once is done a few times.
    private static final double WORTH_LOADING = 2e8;

    abstract Algebra algebra();

    Algebra algebraFor(double operations) {
        return algebra();
    }

    /// Looks for a library only where one is demanded.
    void require() {
        if (this == NATIVE) {
            algebra();
        }
    }

    static Preference ofThisProcess() {
        return of(System.getProperty("cairn.algebra", Objects.requireNonNullElse(System.getenv("CAIRN_ALGEBRA"), "")));
    }

    static Preference of(String word) {
        return switch (word) {
            case "" -> FASTEST;
            case "java" -> JAVA;
            case "native" -> NATIVE;
            default ->
                throw new PreferenceMistake(
                        "CAIRN_ALGEBRA is '" + word + "', but can be java or native only, or be left out");
        };
    }
}
