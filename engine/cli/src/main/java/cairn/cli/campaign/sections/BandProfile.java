package cairn.cli.campaign.sections;

import cairn.campaign.step.StepResult;
import cairn.cli.report.Profile;
import cairn.cli.report.Profile.Image;
import cairn.cli.report.Profile.Role;
import cairn.cli.report.Profile.Saddle;
import cairn.cli.report.Profile.Source;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// The profile that a band's result holds, as the report draws it.
public final class BandProfile {
    private BandProfile() {}

    public static Profile of(StepResult result) {
        JsonNode profile = result.detail().required("profile");
        int count = profile.required("coordinates_ang").size();
        int climbing = result.detail().required("highest_image").intValue();
        List<Image> images = IntStream.range(0, count)
                .mapToObj(i -> new Image(
                        number(profile, "coordinates_ang", i),
                        number(profile, "energies_ev", i),
                        number(profile, "slopes_ev_per_ang", i),
                        number(profile, "fmax_ev_per_ang", i),
                        isMinimum(result, i) ? Role.MINIMUM : role(i, count, climbing),
                        source(profile, i)))
                .toList();
        JsonNode saddle = profile.required("saddle");
        return new Profile(
                images,
                new Saddle(
                        saddle.required("coordinate_ang").doubleValue(),
                        saddle.required("energy_ev").doubleValue()));
    }

    /// Of a path of several hops, where one ends and the next begins.
    private static boolean isMinimum(StepResult result, int image) {
        return result.detail().path("minima").valueStream().anyMatch(minimum -> minimum.intValue() == image);
    }

    private static double number(JsonNode profile, String key, int image) {
        return profile.required(key).get(image).doubleValue();
    }

    /// A search that learns a model asks the code about few images of the path that it ends with.
    private static Source source(JsonNode profile, int image) {
        return profile.path("evaluated").path(image).asBoolean(true)
                ? new Source.Evaluated()
                : new Source.Modelled(number(profile, "uncertainties_ev", image));
    }

    private static Role role(int image, int count, int climbing) {
        if (image == 0 || image == count - 1) {
            return Role.ENDPOINT;
        }
        return image == climbing ? Role.CLIMBING : Role.INTERIOR;
    }
}
