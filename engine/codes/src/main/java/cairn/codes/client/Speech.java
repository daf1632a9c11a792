package cairn.codes.client;

import cairn.codes.CodeError;
import cairn.codes.output.ErrorCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the words of a program are to be taken.
///
/// The rule for an answer: what the program printed while it computed it must hold one of the proofs, and none of the
/// complaints. Neither an energy on the socket nor an exit status is believed without that: CP2K gives energies of an
/// SCF that did not converge with no more than a warning, pw.x prints `JOB DONE.` below one and dies of signal 11.
///
/// `version` has one group. A speech without proofs is that of a program which ends with an error if it fails.
public record Speech(String code, Pattern version, List<String> proofs, List<Complaint> complaints) {
    /// Words that mean a failure. A first group, if there is one, is what to tell the user.
    public sealed interface Complaint {
        Pattern words();

        /// Words with one meaning.
        record Named(Pattern words, String name, String advice) implements Complaint {}

        /// Words whose meaning a catalogue tells.
        record Listed(Pattern words, ErrorCatalogue catalogue) implements Complaint {}

        static Complaint of(String regex, String name, String advice) {
            return new Named(Pattern.compile(regex), name, advice);
        }

        static Complaint of(String regex, ErrorCatalogue catalogue) {
            return new Listed(Pattern.compile(regex), catalogue);
        }
    }

    public Speech {
        proofs = List.copyOf(proofs);
        complaints = List.copyOf(complaints);
    }

    /// Why the answer given with these words is none; empty if it is one.
    Optional<CodeError> verdict(String program, String words) {
        return complaint(program, words)
                .or(() -> proofs.isEmpty() || proofs.stream().anyMatch(words::contains)
                        ? Optional.empty()
                        : Optional.of(unproven(program)));
    }

    /// The first of the known complaints that the words hold.
    Optional<CodeError> complaint(String program, String words) {
        return complaints.stream()
                .flatMap(known -> found(known, program, words).stream())
                .findFirst();
    }

    private Optional<CodeError> found(Complaint known, String program, String words) {
        Matcher matcher = known.words().matcher(words);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String said = (matcher.groupCount() > 0 ? matcher.group(1) : matcher.group())
                .replaceAll("[*|\\s]+", " ")
                .strip();
        return Optional.of(
                switch (known) {
                    case Complaint.Named(var _, String name, String advice) -> error(name, program, said, advice);
                    case Complaint.Listed(var _, ErrorCatalogue catalogue) ->
                        error(
                                catalogue.known(said).name(),
                                program,
                                said,
                                catalogue.known(said).advice());
                });
    }

    private CodeError error(String name, String program, String said, String advice) {
        return new CodeError(code + "/" + name, program + " says: " + said, advice);
    }

    private CodeError unproven(String program) {
        return new CodeError(
                code + "/scf-unproven",
                program + " gave an energy, but does not say that its SCF converged: none of '"
                        + String.join("', '", proofs) + "' is in its output.",
                "Look into the output in the job's folder; it may be of a version that Cairn does not know.");
    }

    Optional<String> version(String words) {
        Matcher matcher = version.matcher(words);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }
}
