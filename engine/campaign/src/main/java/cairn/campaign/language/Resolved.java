package cairn.campaign.language;

import cairn.campaign.yaml.Location;

/// The value that a setting of a step has, and who said so: what `cairn plan` shows.
public record Resolved(String key, String value, Origin origin) {
    /// Where a value comes from.
    public sealed interface Origin {
        record Step(Location at) implements Origin {
            @Override
            public String toString() {
                return "step, " + at;
            }
        }

        record Workflow(Location at) implements Origin {
            @Override
            public String toString() {
                return "workflow, " + at;
            }
        }

        record BuiltIn() implements Origin {
            @Override
            public String toString() {
                return "default";
            }
        }
    }
}
