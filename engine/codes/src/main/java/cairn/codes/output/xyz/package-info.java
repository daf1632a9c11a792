/// Extended XYZ, as ASE and others write what was computed.
///
/// The entry type is [cairn.codes.output.xyz.XyzOutput].
package cairn.codes.output.xyz;
