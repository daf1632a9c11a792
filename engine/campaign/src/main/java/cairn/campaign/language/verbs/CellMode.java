package cairn.campaign.language.verbs;

/// Whether a cell moves with its atoms: of a structure that relaxes, or of the images of a band.
enum CellMode {
    FIXED,
    FREE
}
