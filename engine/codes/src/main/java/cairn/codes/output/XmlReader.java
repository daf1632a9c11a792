package cairn.codes.output;

import cairn.structure.format.FormatException;
import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/// Goes through the tags of an XML file of any size; the one door through which XML comes in.
///
/// There is no DTD and no entity beside the five of XML itself, so a file can neither grow while it is read nor name
/// another one. A file that was cut is read up to where it ends: then [#next] finds no more, and [#isWhole] says no.
/// What a reader collects between a tag and its end counts only once the end was reached.
public final class XmlReader implements AutoCloseable {
    private static final XMLInputFactory FACTORY = factory();

    private final Path file;
    private final Hollowed document;
    private final Bytes bytes;
    private final XMLStreamReader xml;
    private final Characters characters = new Characters();
    private boolean open;
    private boolean cut;
    private boolean whole;

    private XmlReader(Path file, Hollowed document, Bytes bytes, XMLStreamReader xml) {
        this.file = file;
        this.document = document;
        this.bytes = bytes;
        this.xml = xml;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Texts are decoded only where they are looked at: most are passed over.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, true);
        return factory;
    }

    /// @throws FormatException if the file cannot be opened, or does not begin as XML
    public static XmlReader open(Path file) {
        return open(file, List.of());
    }

    /// Of elements with these names nobody looks at what stands inside, nor whether it is XML.
    ///
    /// @throws FormatException if the file cannot be opened, or does not begin as XML
    public static XmlReader open(Path file, Collection<String> hollow) {
        try {
            Hollowed document = new Hollowed(Packed.open(file), hollow);
            Bytes bytes = new Bytes(document);
            return new XmlReader(file, document, bytes, FACTORY.createXMLStreamReader(bytes));
        } catch (IOException e) {
            throw new FormatException(
                    file.toString(), FormatException.WHOLE_FILE, "it cannot be opened", "name a file that can be read");
        } catch (XMLStreamException e) {
            throw new FormatException(
                    file.toString(), 1, "it does not begin as XML", "give the file as it was written");
        }
    }

    /// Moves to the next tag: one that opens an element, or one that closes it. False at the end, also of a cut file.
    public boolean next() {
        while (!cut && !whole) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open = true;
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    open = false;
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /// Whether the tag moved to opens an element, `<v>`.
    public boolean opens() {
        return open;
    }

    public boolean opens(String name) {
        return open && name.equals(name());
    }

    public boolean closes(String name) {
        return !open && name.equals(name());
    }

    /// Of the tag moved to, without a prefix; empty once the file has ended.
    public String name() {
        return cut || whole ? "" : xml.getLocalName();
    }

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name));
    }

    /// The text of the element that the tag moved to opens, which has no elements inside; then its end is the tag moved
    /// to. Empty if the file is cut before that.
    ///
    /// The line holds until the next call.
    public Line text() {
        characters.clear();
        while (true) {
            switch (event()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> decode();
                case XMLStreamConstants.END_ELEMENT -> {
                    open = false;
                    return characters.line();
                }
                case XMLStreamConstants.START_ELEMENT ->
                    throw problem(
                            "an element <" + name() + "> stands where a text should",
                            "give the file as it was written");
                case XMLStreamConstants.END_DOCUMENT -> {
                    return Line.of("");
                }
                default -> {}
            }
        }
    }

    /// Goes on to the end of the element that the tag moved to opens, whatever is in it.
    public void skip() {
        int depth = 1;
        while (depth > 0) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.END_DOCUMENT -> depth = 0;
                default -> {}
            }
        }
        open = false;
    }

    /// Whether the last element was closed; to be asked once [#next] found no more.
    public boolean isWhole() {
        return whole;
    }

    /// How many bytes of the file were read; all of them at the end of a cut one.
    public long position() {
        return document.position();
    }

    /// A problem with the tag moved to.
    public FormatException problem(String what, String todo) {
        return new FormatException(file.toString(), xml.getLocation().getLineNumber(), what, todo);
    }

    private void decode() {
        try {
            characters.add(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        } catch (UncheckedStreamException e) {
            ended(e);
        }
    }

    private int event() {
        try {
            int event = xml.next();
            switch (event) {
                case XMLStreamConstants.DTD -> throw problem("it has a DTD", "take it out: outputs of codes have none");
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw problem("it has an entity that XML does not know", "take it out: outputs of codes have none");
                case XMLStreamConstants.END_DOCUMENT -> whole = true;
                default -> {}
            }
            return event;
        } catch (XMLStreamException e) {
            return ended(e);
        }
    }

    /// Only where the bytes end is a mistake no mistake of the writer's.
    private int ended(Exception e) {
        if (!bytes.ended) {
            throw problem("it is no XML here: " + firstLine(e), "give the file as it was written");
        }
        cut = true;
        return XMLStreamConstants.END_DOCUMENT;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }

    /// The characters of one text, one after another in a buffer that grows; those beyond Latin-1 become `?`.
    private static final class Characters {
        private final Line line = new Line();
        private byte[] bytes = new byte[256];
        private int length;

        void clear() {
            length = 0;
        }

        void add(char[] characters, int from, int count) {
            if (length + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * (length + count));
            }
            for (int at = from; at < from + count; at++) {
                bytes[length++] = (byte) (characters[at] < 256 ? characters[at] : '?');
            }
        }

        Line line() {
            line.show(bytes, 0, length);
            return line;
        }
    }

    /// Knows once there are no more.
    private static final class Bytes extends FilterInputStream {
        private boolean ended;

        Bytes(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            ended |= read < 0;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            ended |= read < 0;
            return read;
        }
    }
}
