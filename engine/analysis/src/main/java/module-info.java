/// What energies and volumes of phases mean: hulls, voltages, capacities, equations of state.
module cairn.analysis {
    requires transitive cairn.structure;
    requires hipparchus.core;
    requires hipparchus.optim;

    exports cairn.analysis.anode;
    exports cairn.analysis.elasticity;
    exports cairn.analysis.finding;
    exports cairn.analysis.phases;
    exports cairn.analysis.voltage;
}
