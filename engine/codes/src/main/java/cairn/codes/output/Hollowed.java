package cairn.codes.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/// An XML document without what stands inside certain elements: of that the ends of lines are left, so that a parser
/// still knows where it is. What nobody looks at, and most of a file may be such, is passed over as fast as memory is
/// read, where a parser looks at each element in it.
///
/// Their tags have no `>` in an attribute, and nothing inside looks like their end without being it: so programs write
/// numbers. A document that was cut inside such an element ends inside it.
final class Hollowed extends InputStream {
    private static final int BUFFER = 1 << 16;

    private final InputStream bytes;
    private final Element[] hollow;
    /// Of a tag that has to be seen at once: `</name` and what follows the name.
    private final int longestTag;

    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int filled;
    private boolean ended;
    /// Of the buffer's first byte in the document.
    private long offset;

    /// Whose start tag is being handed out.
    private Optional<Element> opening = Optional.empty();
    private Optional<Element> inside = Optional.empty();
    private int depth;
    private byte before;

    Hollowed(InputStream bytes, Collection<String> hollow) {
        this.bytes = bytes;
        this.hollow = hollow.stream().map(Element::new).toArray(Element[]::new);
        this.longestTag = 3 + hollow.stream().mapToInt(String::length).max().orElse(0);
    }

    /// A name in bytes.
    private static final class Element {
        private final byte[] name;

        Element(String name) {
            this.name = name.getBytes(StandardCharsets.US_ASCII);
        }

        /// Whether it stands there, and ends there.
        boolean isAt(byte[] bytes, int at, int end) {
            int after = at + name.length;
            if (after >= end) {
                return false;
            }
            for (int i = 0; i < name.length; i++) {
                if (bytes[at + i] != name[i]) {
                    return false;
                }
            }
            return bytes[after] == '>' || bytes[after] == '/' || (bytes[after] > 0 && bytes[after] <= ' ');
        }
    }

    /// How many bytes of the document were gone through.
    long position() {
        return offset + next;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
        int to = at;
        while (to == at && length > 0 && isMore()) {
            to = inside.isEmpty() ? copied(into, at, at + length) : passed(into, at, at + length);
        }
        return to == at && length > 0 ? -1 : to - at;
    }

    /// Whether there is anything left; then a whole tag lies in the buffer, unless the document ends before.
    private boolean isMore() throws IOException {
        while (!ended && filled - next <= longestTag) {
            System.arraycopy(buffer, next, buffer, 0, filled - next);
            offset += next;
            filled -= next;
            next = 0;
            int read = bytes.read(buffer, filled, BUFFER - filled);
            ended = read < 0;
            filled += Math.max(read, 0);
        }
        return next < filled;
    }

    /// Where bytes can be understood without those that follow.
    private int understood() {
        return ended ? filled : filled - longestTag;
    }

    private int copied(byte[] into, int from, int end) {
        int last = Math.min(understood(), next + end - from);
        int first = next;
        while (next < last) {
            int tag = indexOf((byte) '<', next, last);
            if (opening.isPresent() && closes(tag)) {
                break;
            }
            next = tag;
            if (tag < last) {
                opening = hollowAt(tag + 1);
                next++;
            }
        }
        System.arraycopy(buffer, first, into, from, next - first);
        return from + next - first;
    }

    /// Goes behind the end of the start tag that is being handed out, if it lies before there.
    private boolean closes(int end) {
        int close = indexOf((byte) '>', next, end);
        before = close > next ? buffer[close - 1] : before;
        if (close == end) {
            return false;
        }
        next = close + 1;
        inside = before == '/' ? Optional.empty() : opening;
        opening = Optional.empty();
        depth = 1;
        return true;
    }

    private int indexOf(byte wanted, int from, int end) {
        for (int at = from; at < end; at++) {
            if (buffer[at] == wanted) {
                return at;
            }
        }
        return end;
    }

    private Optional<Element> hollowAt(int at) {
        for (Element element : hollow) {
            if (element.isAt(buffer, at, filled)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private int passed(byte[] into, int from, int end) {
        int to = from;
        int understood = understood();
        Element element = inside.orElseThrow();
        while (next < understood && to < end) {
            next = tagOrLineEnd(next, understood);
            if (next == understood) {
                return to;
            }
            if (buffer[next] == '\n') {
                into[to++] = '\n';
            } else if (isLast(element)) {
                inside = Optional.empty();
                return to;
            }
            next++;
        }
        return to;
    }

    private int tagOrLineEnd(int from, int end) {
        for (int at = from; at < end; at++) {
            byte one = buffer[at];
            if (one == '<' || one == '\n') {
                return at;
            }
        }
        return end;
    }

    /// Whether the tag that begins here closes the element; it may hold others of its name.
    private boolean isLast(Element element) {
        if (next + 1 < filled && buffer[next + 1] == '/') {
            depth -= element.isAt(buffer, next + 2, filled) ? 1 : 0;
        } else {
            depth += element.isAt(buffer, next + 1, filled) && buffer[next + 1 + element.name.length] != '/' ? 1 : 0;
        }
        return depth == 0;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
