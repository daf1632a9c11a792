/// What a job of Cairn's own leaves in its attempt directory, for the next attempt and for the campaign.
///
/// Every evaluation is kept in `evaluations.log` ([cairn.campaign.work.files.EvaluationLog]), each change of
/// numerics in `corrections.log` before it is tried ([cairn.campaign.work.files.CorrectionLog]); how far the job
/// is stands in `progress.json`, and `result.json` ([cairn.campaign.work.files.ResultFile]) appears at once and
/// whole, or not.
package cairn.campaign.work.files;
