/// What VASP does by itself: relaxations, molecular dynamics and bands, with its own optimizers and thermostats.
///
/// The entry type is [cairn.codes.dft.vasp.run.VaspRuns]. Then read `RunTags` (what INCAR says of the ions), `VaspDeck`
/// (the files of a run), `SavedRun` (what another run can go on from), and `PointRun` and `BandRun`, which judge what
/// came out of it. Units: eV, Angstrom, fs, K; VASP's kB are converted here.
package cairn.codes.dft.vasp.run;
