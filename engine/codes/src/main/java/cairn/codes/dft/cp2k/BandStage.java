package cairn.codes.dft.cp2k;

import cairn.codes.task.Start;
import cairn.codes.task.Task;

/// What a run does with a band. One whose highest image is to climb settles first, and a run that goes on from there
/// climbs.
///
/// CP2K itself would climb after a number of steps. A band that comes to rest before never does so, and one that has
/// not settled by then may climb elsewhere: a proton between two helium atoms went to the top of another hill, 2 eV
/// high in place of 0.4 (2023.1).
enum BandStage {
    /// There is no climbing image at all.
    RELAXES,
    SETTLES,
    CLIMBS;

    /// The largest force on an atom of a band that has settled, eV/Angstrom: its highest image is the right one.
    private static final double SETTLED = 0.1;

    /// That of a run that begins so: what a band leaves to be gone on from has settled (see [Cp2kSaved]).
    static BandStage of(Task.Band band, Start start) {
        return switch (band.climbing()) {
            case NEVER -> RELAXES;
            case HIGHEST -> start instanceof Start.Saved ? CLIMBS : SETTLES;
        };
    }

    /// At which force the stage is over.
    double fmax(Task.Band band) {
        return switch (this) {
            case RELAXES, CLIMBS -> band.fmax();
            case SETTLES -> Math.max(SETTLED, band.fmax());
        };
    }
}
