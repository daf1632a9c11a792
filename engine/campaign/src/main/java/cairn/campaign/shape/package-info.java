/// What a value in YAML must look like, said once: a shape reads a located node, and writes the JSON Schema of what
/// it reads.
///
/// The entry type is [cairn.campaign.shape.Shape]; [cairn.campaign.shape.Shapes] has the plain ones,
/// [cairn.campaign.shape.Quantities] those with units, and a [cairn.campaign.shape.MappingShape] puts typed
/// [cairn.campaign.shape.Key]s together and gives what the user [cairn.campaign.shape.Said].
///
/// A shape reports every problem under its node and never throws for what a user wrote. In a schema, a value may also
/// be a lone placeholder such as `"{cutoff}"`: the language replaces placeholders before a shape sees them.
package cairn.campaign.shape;
