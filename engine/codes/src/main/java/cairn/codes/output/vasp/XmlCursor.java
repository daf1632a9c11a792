package cairn.codes.output.vasp;

import cairn.codes.output.Line;
import cairn.codes.output.XmlReader;

/// Walks through elements: [#child] enters the next child of the element it is in, or leaves that element. Whoever
/// enters one has to leave it, by [#child], [#text] or [#skip].
///
/// In a file that was cut every element ends there, and [#isCut] says so.
final class XmlCursor {
    private final XmlReader xml;
    private boolean cut;

    XmlCursor(XmlReader xml) {
        this.xml = xml;
    }

    boolean child() {
        cut |= !xml.next();
        return !cut && xml.opens();
    }

    boolean isCut() {
        return cut;
    }

    boolean isCalled(String element) {
        return xml.opens(element);
    }

    String element() {
        return xml.name();
    }

    /// The attribute `name`; empty if there is none.
    String name() {
        return xml.attribute("name").orElse("");
    }

    void skip() {
        xml.skip();
    }

    Line line() {
        return xml.text();
    }

    String text() {
        return xml.text().text();
    }
}
