package cairn.codes.dft.cp2k;

/// From which wave functions the SCFs of a run begin.
///
/// From one step to the next CP2K keeps them. With k-points it cannot, and in a band the SCF before is that of another
/// image: then each SCF reads what the last one of its own has written, from a file that CP2K names, and begins with
/// atoms where there is none. In a band of five images (hydrogen between helium atoms) an SCF then took 4.4 iterations
/// in place of 13, in a cell with k-points (silicon) 6 in place of 8: both with 2023.1.
enum Waves {
    /// There is one SCF, and nothing before it.
    OF_ATOMS,
    OF_THE_STEP_BEFORE,
    /// The same, and those of the run before lie in the folder.
    SAVED,
    OF_EACH_IMAGE
}
