package cairn.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.cli.engine.CampaignFolder.At;
import cairn.cli.engine.CampaignFolder.Found;
import cairn.cli.engine.CampaignFolder.Unsaid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignFolderTest {
    @TempDir
    private Path here;

    @Test
    void a_workflow_has_its_campaign_under_campaigns_unless_said_otherwise() {
        assertThat(new Unsaid().of("li")).isEqualTo(Path.of("campaigns/li"));
        assertThat(new At(Path.of("x")).of("li")).isEqualTo(Path.of("x"));
    }

    @Test
    void the_current_folder_is_found_if_it_is_a_campaign() throws IOException {
        campaign(here.resolve("campaigns/a"));
        campaign(here);

        assertThat(find(new Unsaid())).isEqualTo(new Found.One(here));
    }

    @Test
    void the_only_campaign_below_is_found() throws IOException {
        campaign(here.resolve("campaigns/a"));
        Files.createDirectories(here.resolve("campaigns/not-one"));

        assertThat(find(new Unsaid())).isEqualTo(new Found.One(here.resolve("campaigns/a")));
    }

    @Test
    void of_several_campaigns_none_is_guessed() throws IOException {
        campaign(here.resolve("campaigns/b"));
        campaign(here.resolve("campaigns/a"));

        assertThat(find(new Unsaid()))
                .isEqualTo(new Found.Several(List.of(here.resolve("campaigns/a"), here.resolve("campaigns/b"))));
    }

    @Test
    void where_there_is_none_the_place_looked_at_is_named() {
        assertThat(find(new Unsaid())).isEqualTo(new Found.None(here.resolve("campaigns")));
        assertThat(find(new At(here))).isEqualTo(new Found.None(here));
    }

    private Found find(CampaignFolder folder) {
        return folder.find(here, path -> Files.exists(path.resolve("journal")));
    }

    private static void campaign(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("journal"), "");
    }
}
