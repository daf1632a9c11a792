/// Atoms, cells, constraints, sites and the file formats they travel in.
module cairn.structure {
    requires cdk.core;

    exports cairn.structure;
    exports cairn.structure.band;
    exports cairn.structure.distance;
    exports cairn.structure.format;
    exports cairn.structure.symmetry;
}
