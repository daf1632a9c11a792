package cairn.codes.ipi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The form of what both sides send: headers of twelve characters, and numbers in the machine's own byte order.
final class Message {
    static final int HEADER_BYTES = 12;

    private Message() {}

    static ByteBuffer room(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
    }

    static ByteBuffer header(String word) {
        byte[] padded = (word + " ".repeat(HEADER_BYTES - word.length())).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.wrap(padded);
    }

    /// The word of a header that was read.
    static String word(ByteBuffer header) {
        byte[] bytes = new byte[HEADER_BYTES];
        header.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII).strip();
    }

    /// Of a matrix of three rows.
    static double[] transposed(double[] m) {
        return new double[] {m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]};
    }
}
