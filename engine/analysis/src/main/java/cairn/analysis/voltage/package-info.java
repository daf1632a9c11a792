/// What a cell delivers when ions go into a host: voltages against the metal of the ion, and how much charge.
///
/// The entry type is [cairn.analysis.voltage.VoltageCurve]: the staircase of the hull, or that of a path which
/// an electrode is forced to follow. Its steps are [cairn.analysis.voltage.Plateau]s; the
/// [cairn.analysis.voltage.WorkingIon] brings its charge along. [cairn.analysis.voltage.VoltageFindings] is what an
/// expert objects to.
///
/// Units: volt against the metal of the working ion, at 0 K and without pV, unless a name says otherwise. Contents x
/// are ions per formula unit of the host.
package cairn.analysis.voltage;
