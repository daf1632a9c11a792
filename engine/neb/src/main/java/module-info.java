/// Bands, path search and the optimisers under it.
module cairn.neb {
    requires transitive cairn.structure;

    exports cairn.neb.algebra;
    exports cairn.neb.curvature;
    exports cairn.neb.dynamics;
    exports cairn.neb.record;
    exports cairn.neb.relax;
    exports cairn.neb.surrogate;
    exports cairn.neb;
}
