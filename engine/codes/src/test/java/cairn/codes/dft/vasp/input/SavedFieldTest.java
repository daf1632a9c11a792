package cairn.codes.dft.vasp.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedFieldTest {
    /// Two atoms and two spins.
    private static final String DENSITY = """
            made up
            1.0
            1 0 0
            0 1 0
            0 0 1
            Si
            2
            Direct
            0 0 0
            0.5 0.5 0.5

               2    2    2
             1 2 3 4 5
             6 7 8
            augmentation occupancies   1   6
             1 2 3 4 5
             6
            augmentation occupancies   2   3
             1 2 3
             0.1 0.2
               2    2    2
             1 2 3 4 5
             6 7 8
            augmentation occupancies   1   6
             1 2 3 4 5
             6
            augmentation occupancies   2   3
             1 2 3
            """;

    @TempDir
    private Path folder;

    /// Records of 80 bytes for 2 spins, 3 k-points and 4 bands.
    private static byte[] orbitals() {
        ByteBuffer bytes = ByteBuffer.allocate(80 * (2 + 2 * 3 * 5)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putDouble(0, 80).putDouble(8, 2).putDouble(16, 45200);
        bytes.putDouble(80, 3).putDouble(88, 4).putDouble(96, 520);
        return bytes.array();
    }

    @Test
    void a_wavecar_is_whole_with_all_its_records_and_not_with_a_byte_less() throws IOException {
        Path file = folder.resolve("WAVECAR");
        assertThat(SavedField.isWholeWavecar(file)).isFalse();
        byte[] all = orbitals();
        Files.write(file, all);
        assertThat(SavedField.isWholeWavecar(file)).isTrue();

        for (int length : new int[] {0, 7, 24, 80, 100, all.length / 2, all.length - 1}) {
            Files.write(file, Arrays.copyOf(all, length));
            assertThat(SavedField.isWholeWavecar(file)).as("%d bytes", length).isFalse();
        }
    }

    @Test
    void a_chgcar_is_whole_with_all_its_spins_and_not_when_cut_anywhere() throws IOException {
        Path file = folder.resolve("CHGCAR");
        Files.writeString(file, DENSITY);
        assertThat(SavedField.isWholeChgcar(file, 2, 2)).isTrue();

        byte[] all = DENSITY.getBytes(StandardCharsets.ISO_8859_1);
        for (int length = 0; length < all.length; length++) {
            Files.write(file, Arrays.copyOf(all, length));
            assertThat(SavedField.isWholeChgcar(file, 2, 2))
                    .as("%d bytes", length)
                    .isFalse();
        }
    }

    @Test
    void a_chgcar_of_one_spin_is_half_of_one_of_two() throws IOException {
        Path file = folder.resolve("CHGCAR");
        Files.writeString(file, DENSITY.substring(0, DENSITY.indexOf(" 0.1 0.2")));

        assertThat(SavedField.isWholeChgcar(file, 2, 1)).isTrue();
        assertThat(SavedField.isWholeChgcar(file, 2, 2)).isFalse();
    }
}
