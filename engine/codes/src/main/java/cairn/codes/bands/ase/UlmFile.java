package cairn.codes.bands.ase;

import cairn.structure.format.FormatException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The container that ASE calls ULM, as the page "ULM files" of its manual lays it out; versions 1 to 3:
///
///     0   "- of Ulm" (in version 1 and 2 "AFFormat"), a tag of 16 characters
///     24  version, number of items, place of the offsets: three 64-bit integers
///     ..  at each offset the length of a JSON text, 64-bit, and the text
///
/// In the text a key that ends with a dot is `{"ndarray": [shape, dtype, place]}`, an array that begins at that byte.
/// All numbers are little-endian unless an item says `"_little_endian": false`.
final class UlmFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int HEADER_BYTES = 48;
    private static final int MOST_ITEMS = 1_000_000;

    private final String file;
    private final ByteBuffer bytes;
    private final int items;
    private final int offsets;

    private UlmFile(String file, ByteBuffer bytes, int items, int offsets) {
        this.file = file;
        this.bytes = bytes;
        this.items = items;
        this.offsets = offsets;
    }

    static UlmFile parse(String file, byte[] content) {
        String head = new String(content, 0, Math.min(24, content.length), StandardCharsets.ISO_8859_1);
        boolean known = head.startsWith("- of Ulm") || head.startsWith("AFFormat");
        if (!known || content.length < HEADER_BYTES) {
            throw problem(file, "this is no trajectory of ASE");
        }
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        long items = bytes.getLong(32);
        long offsets = bytes.getLong(40);
        if (items < 0 || items > MOST_ITEMS || offsets < HEADER_BYTES || offsets + 8 * items > content.length) {
            throw problem(file, "the file is cut or damaged: its table of frames lies outside of it");
        }
        return new UlmFile(file, bytes, (int) items, (int) offsets);
    }

    int items() {
        return items;
    }

    JsonNode item(int index) {
        try {
            int at = Math.toIntExact(bytes.getLong(offsets + 8 * index));
            int length = Math.toIntExact(bytes.getLong(at));
            byte[] text = new byte[length];
            bytes.get(at + 8, text);
            return JSON.readTree(text);
        } catch (IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException | JacksonException _) {
            throw problem(file, "frame " + index + " is cut or damaged");
        }
    }

    /// The array under a key of an item, as one row of numbers; empty if there is none.
    double[] array(JsonNode item, String key) {
        JsonNode array = item.path(key + ".").path("ndarray");
        if (!array.isArray() || array.size() != 3) {
            return new double[0];
        }
        long count = 1;
        for (JsonNode extent : array.get(0)) {
            count *= extent.longValue();
        }
        if (count < 0 || count > bytes.capacity()) {
            throw problem(file, "an array is larger than the file: it is cut or damaged");
        }
        boolean little = item.path("_little_endian").asBoolean(true);
        ByteBuffer view = bytes.duplicate().order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        return numbers(view, array.get(1).asString(""), array.get(2).intValue(), (int) count);
    }

    private double[] numbers(ByteBuffer view, String type, int place, int count) {
        double[] numbers = new double[count];
        try {
            for (int i = 0; i < count; i++) {
                numbers[i] = switch (type) {
                    case "float64" -> view.getDouble(place + 8 * i);
                    case "float32" -> view.getFloat(place + 4 * i);
                    case "int64" -> view.getLong(place + 8 * i);
                    case "int32" -> view.getInt(place + 4 * i);
                    default -> throw problem(file, "an array has the type " + type + ", which is not known");
                };
            }
        } catch (IndexOutOfBoundsException _) {
            throw problem(file, "an array lies outside of the file: it is cut or damaged");
        }
        return numbers;
    }

    FormatException problem(String what) {
        return problem(file, what);
    }

    private static FormatException problem(String file, String what) {
        return new FormatException(file, FormatException.WHOLE_FILE, what, "give a trajectory as ASE wrote it");
    }
}
