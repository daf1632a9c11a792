package cairn.codes.client;

import cairn.codes.CodeError;
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
    public record Complaint(Pattern words, String name, String advice) {
        public static Complaint of(String regex, String name, String advice) {
            return new Complaint(Pattern.compile(regex), name, advice);
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
        String said = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
        return Optional.of(new CodeError(
                code + "/" + known.name(),
                program + " says: " + said.replaceAll("[*|\\s]+", " ").strip(),
                known.advice()));
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
