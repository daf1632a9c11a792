package cairn.cluster;

import java.nio.file.Path;

/// A job to submit: its script lies in its attempt directory already.
public record JobRequest(Token token, Path directory, String scriptName, Resources resources) {}
