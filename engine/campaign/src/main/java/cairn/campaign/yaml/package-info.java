/// YAML text as a located tree, and the problems found in it.
///
/// The entry type is [cairn.campaign.yaml.YamlReader]: it turns the bytes of a file into a
/// [cairn.campaign.yaml.Node], each of which knows its [cairn.campaign.yaml.Location]. Whatever is wrong becomes a
/// [cairn.campaign.yaml.Problem] in [cairn.campaign.yaml.Problems]; nothing a user writes makes the reader throw.
///
/// Rules: YAML 1.2 core schema, so that `12:30:00` and `no` stay text; scalars keep their source text until a shape
/// types them; duplicate keys, tags, merge keys and a second document are problems; size, depth, aliases and the
/// length of a mapping have limits. A campaign's workflow and a cluster's profile are read by the same reader.
package cairn.campaign.yaml;
