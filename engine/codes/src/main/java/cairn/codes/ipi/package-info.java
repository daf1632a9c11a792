/// The i-PI protocol: a code that runs as a child process asks us for positions and answers with energy, forces and
/// virial.
///
/// The entry type is [cairn.codes.ipi.IpiServer]; [cairn.codes.ipi.IpiClient] is the other side, for a child process of
/// ours. The protocol is that of Ceriotti, More, Manolopoulos, Comput. Phys.
/// Commun. 185, 1019 (2014), as the clients in LAMMPS, Quantum ESPRESSO and CP2K speak it: headers of 12 characters,
/// numbers in the machine's own byte order, atomic units. What a client takes for a Bohr and a Hartree differs from
/// code to code in the eighth digit: [cairn.codes.ipi.IpiUnits] carries it.
package cairn.codes.ipi;
