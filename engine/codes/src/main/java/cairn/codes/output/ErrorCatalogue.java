package cairn.codes.output;

import cairn.codes.CodeError;
import java.util.List;
import java.util.regex.Pattern;

/// The errors of a code that are known: by what its output says, with what to do next.
public record ErrorCatalogue(String code, List<Known> errors) {
    /// An error whose text this pattern finds.
    public record Known(String name, Pattern text, String advice) {
        public static Known of(String name, String text, String advice) {
            return new Known(name, Pattern.compile(text, Pattern.CASE_INSENSITIVE), advice);
        }
    }

    public ErrorCatalogue {
        errors = List.copyOf(errors);
    }

    /// The error that this text tells; the first that fits, and one without a name of its own if none does.
    public CodeError of(String text) {
        Known known = known(text);
        return new CodeError(code + "/" + known.name(), text, known.advice());
    }

    /// As [#of], without the code's name.
    public Known known(String text) {
        return errors.stream()
                .filter(known -> known.text().matcher(text).find())
                .findFirst()
                .orElseGet(() -> Known.of("other-error", "", "look this message up in the manual of " + code));
    }
}
