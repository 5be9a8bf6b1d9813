// By how much the same words stand later in another version of a transcript. Pure; it moves nothing itself.
import { findQuote, indexText } from './find-quote.ts';
import { type Turn, transcriptText, turnOffsets } from './transcript.ts';

/** So many turns say it well enough; a long talk is not searched whole. */
const MOST_TURNS = 200;
const LEAST_LETTERS = 25;
const LEAST_FOUND = 3;

/** The median over turns whose words are in both, in milliseconds; null when too few are, or when times are missing. */
export function timeShift(before: readonly Turn[], after: readonly Turn[]): number | null {
  const long = before.filter(({ startMs, text }) => startMs !== null && text.length >= LEAST_LETTERS);
  const step = Math.max(1, Math.ceil(long.length / MOST_TURNS));
  const index = indexText(transcriptText(after));
  const starts = new Map(turnOffsets(after).map((offset, turn) => [offset, after[turn]?.startMs ?? null]));
  const shifts: number[] = [];
  for (let at = 0; at < long.length; at += step) {
    const turn = long[at];
    const span = turn === undefined ? null : findQuote({ exact: turn.text, prefix: '', suffix: '' }, index);
    const startMs = span === null ? null : (starts.get(span.from) ?? null);
    if (turn?.startMs != null && startMs !== null) shifts.push(startMs - turn.startMs);
  }
  if (shifts.length < LEAST_FOUND) return null;
  return shifts.sort((a, b) => a - b)[shifts.length >> 1] ?? null;
}
