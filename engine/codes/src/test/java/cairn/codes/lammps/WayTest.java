package cairn.codes.lammps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WayTest {
    private static final Path FOUND = Path.of("/usr/lib/liblammps.so.0");

    @Test
    void the_library_of_the_command_comes_before_the_command() {
        assertThat(Way.of(Map.of(), () -> Optional.of(FOUND)))
                .containsExactly(new Way.Library(FOUND), new Way.Command());
    }

    @Test
    void a_command_without_a_library_runs_itself() {
        assertThat(Way.of(Map.of(), Optional::empty)).containsExactly(new Way.Command());
    }

    @Test
    void what_the_environment_names_is_the_only_way() {
        assertThat(named("/opt/lib/liblammps.so")).containsExactly(new Way.Library(Path.of("/opt/lib/liblammps.so")));
        assertThat(named("none")).containsExactly(new Way.Command());
    }

    private static List<Way> named(String library) {
        return Way.of(Map.of("CAIRN_LAMMPS_LIBRARY", library), () -> Optional.of(FOUND));
    }

    @Test
    void the_library_is_read_from_what_the_linker_lists() {
        assertThat(Way.inList("""
                \tlinux-vdso.so.1 (0x00007ffd1a5f2000)
                \tliblammps.so.0 => /lib/x86_64-linux-gnu/liblammps.so.0 (0x00007f834be00000)
                \tlibmpi.so.40 => /lib/x86_64-linux-gnu/libmpi.so.40 (0x00007f834bcd3000)
                """)).contains(Path.of("/lib/x86_64-linux-gnu/liblammps.so.0"));
        assertThat(Way.inList("\tliblammps.so.0 => not found\n")).isEmpty();
        assertThat(Way.inList("\tnot a dynamic executable\n")).isEmpty();
    }
}
