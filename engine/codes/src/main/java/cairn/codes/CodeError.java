package cairn.codes;

/// A known (or unknown) error of a code: a stable signature, what happened, and what to do next.
///
/// The signature, such as `lammps/lost-atoms`, is the same for the same cause whatever the numbers.
public record CodeError(String signature, String message, String advice) {}
