/// What a job of Cairn's own is to do, as it lies in the attempt directory: `work.json`.
///
/// The entry type is [cairn.campaign.work.order.WorkOrder]; [cairn.campaign.work.order.WorkOrderJson] writes and
/// reads it. A [cairn.campaign.work.order.BandTask] says how a band is searched: in which cells, on which
/// [cairn.campaign.work.order.SearchChoice], whether its saddle point is to be verified, and whether it is to be
/// cut at a minimum. What a code does by itself is a [cairn.campaign.work.order.WorkOrder.Driven].
package cairn.campaign.work.order;
