// YouTube's automatic captions roll: each one shows the end of the one before, and short ones hold a line for 10 ms.
// Joined as they stand, every word would be there twice. It sees times and words, no mark-up and no names.
import type { WarningList } from '../warning-list.ts';
import type { SpokenCaption } from './spoken-caption.ts';

/** “Yeah, yeah” is talk; three words that stand at the end and at the beginning again are a repeat. */
const MIN_OVERLAP = 3;
/** A caption shown for less than this only holds the line before the next one rolls in. */
const HOLD_MS = 50;
/** Lines roll in a file where a third of the captions begin with the end of the one before. */
const ROLLING_SHARE = 1 / 3;
const MAX_WORDS = 80;

/** Each caption keeps its own times and only the words that are new in it. */
export function joinRollingCaptions(
  captions: readonly SpokenCaption[],
  warnings: WarningList,
): readonly SpokenCaption[] {
  const words = captions.map(({ lines }) => lines.join(' ').split(/\s+/).filter(Boolean));
  const overlaps = captions.map((caption, index) => {
    const [before, own] = [words[index - 1] ?? [], words[index] ?? []];
    const length = overlapLength(before, own);
    const isHold = durationOf(caption) <= HOLD_MS && length === own.length;
    const previous = captions[index - 1];
    const isAfterHold = previous !== undefined && durationOf(previous) <= HOLD_MS && length === before.length;
    return length >= MIN_OVERLAP || isHold || isAfterHold ? length : 0;
  });
  const rolling = overlaps.filter((length) => length > 0).length;
  if (rolling < 2 || rolling < captions.length * ROLLING_SHARE) return captions;
  warnings.add(
    'rolling-captions',
    'Lines repeat their predecessor, as YouTube writes them. Repeats are joined; the original keeps them.',
  );
  return captions.map((caption, index) => {
    const overlap = overlaps[index] ?? 0;
    if (overlap === 0) return caption;
    const rest = (words[index] ?? []).slice(overlap).join(' ');
    return { ...caption, lines: rest === '' ? [] : [rest] };
  });
}

function durationOf({ startMs, endMs }: SpokenCaption): number {
  return startMs === null || endMs === null ? Number.POSITIVE_INFINITY : endMs - startMs;
}

/** How many words at the end of `before` stand at the beginning of `own`, in time that grows with their number. */
function overlapLength(before: readonly string[], own: readonly string[]): number {
  const head = own.slice(0, MAX_WORDS);
  const tail = before.slice(-head.length);
  const prefix: number[] = [0];
  let matched = 0;
  for (let index = 1; index < head.length; index += 1) {
    while (matched > 0 && head[index] !== head[matched]) matched = prefix[matched - 1] ?? 0;
    if (head[index] === head[matched]) matched += 1;
    prefix[index] = matched;
  }
  matched = 0;
  for (const word of tail) {
    while (matched > 0 && (matched === head.length || word !== head[matched]))
      matched = prefix[matched - 1] ?? 0;
    if (word === head[matched]) matched += 1;
  }
  return matched;
}
