/// What an electrode holds and how it swells: [cairn.analysis.anode.Capacity], [cairn.analysis.anode.Swelling] and
/// [cairn.analysis.anode.Uptake], what a host becomes and at which mean voltage. A
/// [cairn.analysis.anode.Claim] is a printed number beside a computed one, and [cairn.analysis.anode.ClaimFindings]
/// says which do not hold.
///
/// Units: mAh per gram or per cubic centimetre, and it is always said of what: of the bare host, as the literature
/// counts, or of the host with its ions. A volume as a ratio is `ratio`, as a change in percent is `changePercent`; the
/// two are never confused (a ratio of 4.2 is a change of +320 %).
package cairn.analysis.anode;
