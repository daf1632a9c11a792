/// What an expert would say of a result: [cairn.analysis.finding.Finding].
package cairn.analysis.finding;
