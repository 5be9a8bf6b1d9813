// Times of words in call time, for the line over the transcript. Pure; all times in milliseconds.
import type { Turn } from '../../../../shared/transcripts/transcript.ts';
import type { Statement } from './statements.ts';

type Times = Pick<Turn, 'startMs' | 'endMs'>;

/** From call time 0 to the last word or note; null when the file has no times. */
export function callLengthMs(
  turns: readonly Times[],
  notes: readonly { readonly atMs: number }[],
  offsetMs: number,
): number | null {
  let lastMs: number | null = null;
  for (const { startMs, endMs } of turns) {
    const end = endMs ?? startMs;
    if (end !== null) lastMs = Math.max(lastMs ?? 0, end + offsetMs);
  }
  if (lastMs === null) return null;
  for (const { atMs } of notes) lastMs = Math.max(lastMs, atMs);
  return lastMs;
}

/** Each stretch once, though several needs may rest on it. */
export function statementTimes(
  statements: readonly Statement[],
  offsetMs: number,
): readonly { readonly fromMs: number; readonly toMs: number }[] {
  const seen = new Map<string, { fromMs: number; toMs: number }>();
  for (const { startMs, endMs } of statements) {
    if (startMs === null) continue;
    const toMs = endMs ?? startMs;
    seen.set(`${startMs} ${toMs}`, { fromMs: startMs + offsetMs, toMs: toMs + offsetMs });
  }
  return [...seen.values()];
}

/** The call time that turns `from` to `to` (inclusive) take; undefined when it is not known. */
export function viewportOf(
  turns: readonly Times[],
  from: number,
  to: number,
  offsetMs: number,
): { readonly fromMs: number; readonly toMs: number } | undefined {
  const shown = turns.slice(from, to + 1);
  const first = shown.find((turn) => turn.startMs !== null)?.startMs;
  const last = shown.findLast((turn) => (turn.endMs ?? turn.startMs) !== null);
  const end = last?.endMs ?? last?.startMs;
  if (first == null || end == null || end < first) return undefined;
  return { fromMs: first + offsetMs, toMs: end + offsetMs };
}
