/// What an output file of an atomistic code says, and whether it may be believed.
///
/// The entry types are [cairn.codes.output.OutputReader], one for each kind of file, and [cairn.codes.output.Output],
/// what it found. Then read [cairn.codes.output.Verdict] (how the calculation ended), [cairn.codes.output.Step] (what
/// one set of positions was given), and [cairn.codes.output.Fingerprint] (with which settings; energies of different
/// ones are never subtracted).
///
/// Readers go through a file once, from its beginning, and keep no more than a few steps of it, so that memory does not
/// grow with the file. A line that was cut is no line, a step that was cut is no step. End markers and exit statuses
/// lie: a verdict is what all of the content says together.
///
/// Readers stand on [cairn.codes.output.LineReader] for text, which hands out each line where it lies, and on
/// [cairn.codes.output.XmlReader] for XML. A new reader gets a package of its own and a place in
/// `cairn.codes.catalogue.Outputs`.
///
/// Units: eV, Angstrom, eV/Angstrom, eV/Angstrom^3; a reader converts at the place where it reads.
package cairn.codes.output;
