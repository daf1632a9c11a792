/// What tests on real programs need, here and in the other modules: a real Slurm, whether programs are installed, and
/// waiting for something real. In a package of its own, because a module's package cannot be shared with its tests'
/// jar.
package cairn.cluster.real;
