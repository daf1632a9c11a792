/// Bands, path search and the optimisers under it.
module cairn.neb {
    requires transitive cairn.structure;

    exports cairn.neb;
    exports cairn.neb.algebra;
    exports cairn.neb.record;
    exports cairn.neb.relax;
}
