package cairn.campaign.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// The text of a file, decoded strictly: UTF-8 without control characters, a byte order mark dropped.
record SourceText(String source, String text) {
    static SourceText decode(String source, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        CoderResult end = decoder.decode(ByteBuffer.wrap(bytes), characters, true);
        characters.flip();
        String text = characters.toString();
        SourceText decoded = new SourceText(source, text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (end.isError()) {
            throw new YamlTrouble(decoded.locate(decoded.text.length()), "this is not UTF-8 text", "save it as UTF-8");
        }
        decoded.refuseControlCharacters();
        return decoded;
    }

    private void refuseControlCharacters() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F) {
                String name = String.format("U+%04X", (int) c);
                throw new YamlTrouble(locate(i), "a control character (" + name + ")", "remove it: YAML is plain text");
            }
        }
    }

    /// The place of a character of the text; `\r\n` is one line break.
    Location locate(int offset) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            char c = text.charAt(i);
            boolean pair = i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !pair)) {
                line++;
                start = i + 1;
            }
        }
        return new Location(source, line, text.codePointCount(start, offset) + 1);
    }
}
