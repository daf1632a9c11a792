/// GPAW with plane waves, through the driver for calculators of ASE.
///
/// The entry type is [cairn.codes.dft.gpaw.Gpaw]; [cairn.codes.dft.gpaw.GpawParameters] is what GPAW is told.
package cairn.codes.dft.gpaw;
