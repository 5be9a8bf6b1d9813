// A transcript's turns under what people laid over them: who speaks, as somebody put it right, and words as they were
// corrected. Turns keep their places, so that spans into the original still hold.
import { type Turn, turnOffsets } from '../transcripts/transcript.ts';
import type { PlacedMark } from './word-marks.ts';

/** The turns with the speakers that marks name; a turn takes a name when the mark covers all of it. */
export function withMarkedSpeakers(turns: readonly Turn[], marks: readonly PlacedMark[]): readonly Turn[] {
  const named = marks.flatMap(({ meaning, span }) =>
    meaning.kind === 'speaker' && span !== null ? [{ name: meaning.name, ...span }] : [],
  );
  if (named.length === 0) return turns;
  const offsets = turnOffsets(turns);
  const byStart = new Map(offsets.map((offset, index) => [offset, index]));
  const result = [...turns];
  // Marks come oldest first, so that the latest word about a turn holds.
  for (const { name, from, to } of named) {
    const index = byStart.get(from);
    const turn = index === undefined ? undefined : turns[index];
    if (index !== undefined && turn !== undefined && to >= from + turn.text.length)
      result[index] = { ...turn, speaker: name };
  }
  return result;
}

/** A correction within one turn: UTF-16 offsets into the turn's text, end exclusive. */
export interface TurnCorrection {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Corrections by the index of their turn, in order and never overlapping: of two that do, the later one holds. */
export function correctionsByTurn(
  turns: readonly Pick<Turn, 'text'>[],
  offsets: readonly number[],
  marks: readonly PlacedMark[],
): ReadonlyMap<number, readonly TurnCorrection[]> {
  const byTurn = new Map<number, TurnCorrection[]>();
  for (const { id, meaning, span } of marks) {
    if (meaning.kind !== 'correction' || span === null) continue;
    const turn = offsets.findLastIndex((offset) => offset <= span.from);
    const begin = offsets[turn] ?? 0;
    const to = span.to - begin;
    // A correction lies within one turn; one that does not any more would tear two people's words apart.
    if (turn < 0 || to > (turns[turn]?.text.length ?? 0)) continue;
    const from = span.from - begin;
    const kept = (byTurn.get(turn) ?? []).filter((one) => one.to <= from || one.from >= to);
    byTurn.set(
      turn,
      [...kept, { id, from, to, text: meaning.text }].sort((a, b) => a.from - b.from),
    );
  }
  return byTurn;
}

/** The turn's words as corrected. `show` says what stands for each correction; by default its own text. */
export function correctedText(
  text: string,
  corrections: readonly TurnCorrection[],
  show: (correction: TurnCorrection, original: string) => string = (correction) => correction.text,
): string {
  let at = 0;
  let result = '';
  for (const correction of corrections) {
    result += text.slice(at, correction.from) + show(correction, text.slice(correction.from, correction.to));
    at = correction.to;
  }
  return result + text.slice(at);
}
