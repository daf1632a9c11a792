package cairn.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cli.architecture.Arrows.Use;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrowsTest {
    private static final Arrows ARROWS = Arrows.parse(List.of(
            "# a comment",
            "module high: low",
            "module low:",
            "package low:",
            "package low.inner: low",
            "package high: high.inner",
            "package high.inner:"));

    @Test
    void an_allowed_use_is_no_complaint() {
        assertThat(ARROWS.complaints(List.of("low"), List.of(new Use("high", "high.inner"), new Use("high", "low"))))
                .isEmpty();
    }

    @Test
    void a_use_against_the_arrow_between_modules_is_named() {
        assertThat(ARROWS.complaints(List.of(), List.of(new Use("low.inner", "high"))))
                .containsExactly("cairn.low.inner must not use cairn.high");
    }

    @Test
    void a_use_against_the_arrow_inside_a_module_is_named() {
        assertThat(ARROWS.complaints(List.of(), List.of(new Use("low", "low.inner"))))
                .containsExactly("cairn.low must not use cairn.low.inner");
    }

    @Test
    void a_package_that_is_not_listed_is_named_with_the_line_it_needs() {
        assertThat(ARROWS.complaints(List.of("low.fresh"), List.of(new Use("low.fresh", "low.inner"))))
                .containsExactly("cairn.low.fresh has no line in arrows.txt; as it is now it needs:"
                        + " package low.fresh: low.inner");
    }

    @Test
    void a_circle_is_a_complaint_even_where_every_arrow_of_it_is_allowed() {
        var circle = Arrows.parse(List.of("package a.one: a.two", "package a.two: a.one", "package a: a.one"));
        var uses = List.of(new Use("a.one", "a.two"), new Use("a.two", "a.one"), new Use("a", "a.one"));

        assertThat(circle.complaints(List.of(), uses))
                .containsExactly("packages use each other in a circle: [a, a.one, a.two]");
    }

    @Test
    void the_output_of_jdeps_is_read_as_uses_between_packages_of_cairn() {
        String jdeps = """
                cairn -> java.base
                   cairn.codes                  -> cairn.codes           cairn
                   cairn.codes                  -> cairn.structure       cairn
                   cairn.codes                  -> java.lang             java.base
                   cairn.structure              -> java.util             java.base
                """;

        assertThat(Arrows.flat(Arrows.usesIn(jdeps))).containsExactly(new Use("codes", "structure"));
        assertThat(Arrows.usesIn(jdeps)).containsOnlyKeys("codes", "structure");
    }
}
