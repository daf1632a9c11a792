package cairn.campaign.driver;

import cairn.campaign.ledger.Ledger;
import cairn.campaign.news.News;
import java.io.UncheckedIOException;

/// Runs what may find the world in the way: then nothing has changed, the trouble is told, and the next turn tries
/// again.
final class Trials {
    private Trials() {}

    static boolean run(Ledger ledger, Runnable trial) {
        try {
            trial.run();
            return true;
        } catch (UncheckedIOException e) {
            ledger.tell(new News.Trouble(String.valueOf(e.getMessage())));
            return false;
        }
    }
}
