package cairn.codes.dft.cp2k;

import cairn.codes.client.Speech;

/// How CP2K speaks, for tests of what is made of it.
public final class Spoken {
    private Spoken() {}

    public static Speech byCp2k() {
        return Cp2kClient.SPEECH;
    }
}
