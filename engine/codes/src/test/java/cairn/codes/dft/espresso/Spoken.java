package cairn.codes.dft.espresso;

import cairn.codes.client.Speech;

/// How pw.x speaks, for tests of what is made of it.
public final class Spoken {
    private Spoken() {}

    public static Speech byPw() {
        return PwClient.SPEECH;
    }
}
