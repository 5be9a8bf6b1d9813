// Which notes stand beside which turn. Knows times only: how tall anything is, the list finds out by drawing it.
import type { Note } from '../../../../shared/interviews/interview-document.ts';
import type { Turn } from '../../../../shared/transcripts/transcript.ts';

/**
 * Notes by the index of their turn: a turn's time runs from its own start (inclusive) to the next start in the file.
 * Notes from before the first words stand at the first turn with a time. Empty when the file has no times at all, since
 * then nothing says where a note belongs. `offsetMs` is added to the file's times to get call time.
 */
export function placeNotes<N extends Pick<Note, 'atMs'>>(
  turns: readonly Pick<Turn, 'startMs'>[],
  notes: readonly N[],
  offsetMs: number,
): ReadonlyMap<number, readonly N[]> {
  const starts = turns
    .flatMap(({ startMs }, index) => (startMs === null ? [] : [{ index, atMs: startMs + offsetMs }]))
    // Stable, so that of two turns that start together the later one has the time.
    .sort((a, b) => a.atMs - b.atMs);
  const placed = new Map<number, N[]>();
  if (starts.length === 0) return placed;
  for (const note of [...notes].sort((a, b) => a.atMs - b.atMs)) {
    const at = starts[Math.max(0, lastAtOrBefore(starts, note.atMs))];
    if (at === undefined) continue;
    const there = placed.get(at.index);
    if (there === undefined) placed.set(at.index, [note]);
    else there.push(note);
  }
  return placed;
}

/** The last of sorted starts that is not after `atMs`, or -1. */
function lastAtOrBefore(starts: readonly { readonly atMs: number }[], atMs: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle]?.atMs ?? 0) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
