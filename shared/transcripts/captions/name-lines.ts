// Captions in which the speaker changes half way: `(Other)` on a line of its own, often below a lone dash. It sees
// the lines of all captions at once, because `(Laughter)` stands alone, too.
import { nameStyle } from '../speaker-label.ts';
import type { SpokenCaption } from './spoken-caption.ts';

const NAME_LINE = /^\(([^()]{1,60})\)$/;
const NOISE =
  /laugh|music|applause|inaudible|crosstalk|silence|pause|sigh|cough|noise|chuckle|unintelligible|indistinct|beep|ring/i;
const MIN_NAMES = 3;

/** Captions cut where a name stands inside them, each piece as `Name: words`; untouched where no name does. */
export function splitAtNameLines(captions: readonly SpokenCaption[]): readonly SpokenCaption[] {
  const names = captions.flatMap(({ lines }) => lines.flatMap((line) => nameOf(line) ?? []));
  const isInside = captions.some(({ lines }) =>
    lines.some((line, index) => index > 0 && nameOf(line) !== null),
  );
  if (!isInside || names.length < MIN_NAMES || new Set(names).size === names.length) return captions;
  return captions.flatMap(splitCaption);
}

function splitCaption(caption: SpokenCaption): readonly SpokenCaption[] {
  if (caption.voice !== undefined) return [caption];
  const pieces: { name: string | null; lines: string[] }[] = [{ name: null, lines: [] }];
  for (const line of caption.lines) {
    const name = nameOf(line);
    if (name !== null) pieces.push({ name, lines: [] });
    else if (!/^[-–—]$/.test(line)) pieces.at(-1)?.lines.push(line);
  }
  return pieces.flatMap(({ name, lines: [first, ...rest] }): readonly SpokenCaption[] => {
    if (first === undefined) return [];
    return [{ ...caption, lines: [name === null ? first : `${name}: ${first}`, ...rest] }];
  });
}

function nameOf(line: string): string | null {
  const name = NAME_LINE.exec(line)?.[1]?.trim() ?? '';
  return nameStyle(name) === 'capitalised' && !NOISE.test(name) ? name : null;
}
