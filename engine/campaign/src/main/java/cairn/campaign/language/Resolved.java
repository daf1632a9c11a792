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

        /// A protocol, for all codes or for one of them (the table `part`).
        record Protocol(String name, String part) implements Origin {
            @Override
            public String toString() {
                return "protocol " + name + ", " + part;
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
