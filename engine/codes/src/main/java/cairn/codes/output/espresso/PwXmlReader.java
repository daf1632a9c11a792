package cairn.codes.output.espresso;

import cairn.codes.output.Output;
import cairn.codes.output.OutputReader;
import cairn.codes.output.Step;
import cairn.codes.output.XmlReader;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Reads the XML of pw.x: `PREFIX.xml`, or `data-file-schema.xml` in `PREFIX.save`, whose tags are those of the schema
/// QEXSD 19.03.04 to 23.03.10.
public final class PwXmlReader implements OutputReader {
    @Override
    public String what() {
        return "pw.x, its XML";
    }

    @Override
    public boolean isOne(String head) {
        // cp.x writes the same schema.
        return head.contains("<qes:espresso") && !head.contains("<creator NAME=\"CP\"");
    }

    @Override
    public Output read(Path file, Consumer<Step> steps) {
        PwXml content = new PwXml(steps);
        try (XmlReader xml = XmlReader.open(file)) {
            while (xml.next()) {
                content.take(xml);
            }
            return content.output(xml);
        }
    }
}
