/**
 * The time of a new decision, ISO 8601: now, or just after the latest that is known. A decision holds in the order of
 * times, so one that a person makes here must not come before what they saw, even if a clock went wrong.
 * @param earlier times of the decisions so far
 */
export function decisionTime(earlier: readonly string[], now: Date): string {
  const mine = now.toISOString();
  const latest = earlier.reduce((last, at) => (at > last ? at : last), '');
  const latestMs = Date.parse(latest);
  if (mine > latest || Number.isNaN(latestMs)) return mine;
  return new Date(latestMs + 1).toISOString();
}
