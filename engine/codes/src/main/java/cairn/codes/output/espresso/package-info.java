/// Outputs of Quantum ESPRESSO: the text of pw.x, its XML, and the text of neb.x.
///
/// The entry types are [cairn.codes.output.espresso.PwTextReader], [cairn.codes.output.espresso.PwXmlReader] and
/// [cairn.codes.output.espresso.NebTextReader]. `PwText` is told the lines of a text; `PwGeometry`, `PwStep`,
/// `PwSettings` and `PwEnding` each keep what they need of them. `PwInput` is the input that lies beside, and
/// `PwErrors` the catalogue of errors.
///
/// The texts write Rydberg units, the XML Hartree units; pw.x counts a stress positive that wants to expand the cell.
package cairn.codes.output.espresso;
