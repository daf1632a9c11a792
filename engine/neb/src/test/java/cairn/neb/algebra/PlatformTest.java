package cairn.neb.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlatformTest {
    @Test
    void a_platform_is_known_by_the_names_that_java_has_for_it() {
        assertThat(Platform.of("Linux", "amd64")).map(Platform::folder).contains("linux-x86_64");
        assertThat(Platform.of("Linux", "aarch64")).map(Platform::folder).contains("linux-arm64");
        assertThat(Platform.of("Mac OS X", "x86_64")).map(Platform::folder).contains("macosx-x86_64");
        assertThat(Platform.of("Mac OS X", "aarch64")).map(Platform::folder).contains("macosx-arm64");
    }

    @Test
    void elsewhere_nothing_is_bundled() {
        assertThat(Platform.of("Linux", "ppc64le")).isEmpty();
        assertThat(Platform.of("Windows 11", "amd64")).isEmpty();
    }
}
