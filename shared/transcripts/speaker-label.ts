// Decides whether the front of a line can be somebody's name. Whether it is one is decided by the whole file,
// where a name must recur: this knows one line only.

export interface SpeakerLabel {
  /** As the file writes it, without the brackets or asterisks around it. */
  readonly name: string;
  readonly words: string;
  /** Written as names are; `interviewer` is not, and needs more evidence than a name does. */
  readonly isCapitalised: boolean;
}

const MAX_NAME_LENGTH = 60;
const MAX_NAME_WORDS = 4;
const DIALOGUE_MARK = /^(?:>>\s?|[-–—]\s)/;

/** Splits `Name: words` at the first colon that a blank or the line's end follows; null if no name stands there. */
export function splitSpeakerLabel(line: string): SpeakerLabel | null {
  const colon = findColon(line);
  if (colon < 0) return null;
  const head = line.slice(0, colon).replace(DIALOGUE_MARK, '');
  const isBold = head.startsWith('**');
  const name = unwrapName(isBold ? head.slice(2).replace(/\*\*$/, '') : head);
  const style = nameStyle(name);
  if (style === null) return null;
  const rest = line.slice(colon + 1);
  const words = isBold && rest.startsWith('**') ? rest.slice(2) : rest;
  return { name, words: words.trim(), isCapitalised: style === 'capitalised' };
}

/** `(Name)`, `[Name]` and `**Name**` to `Name`; everything else trimmed. */
export function unwrapName(text: string): string {
  const trimmed = text.trim();
  const match = /^(?:\[([^[\]]+)\]|\(([^()]+)\)|\*\*([^*]+)\*\*)$/.exec(trimmed);
  return match === null ? trimmed : (match[1] ?? match[2] ?? match[3] ?? '').trim();
}

/**
 * How a text is written as a name, or null if it is none: at most four words (a note in brackets is not counted),
 * no time, no address, no sentence, none of the words that stand before a colon in ordinary prose.
 */
export function nameStyle(name: string): 'capitalised' | 'lower-case' | null {
  if (name === '' || name.length > MAX_NAME_LENGTH || !NAME_CHARACTERS.test(name)) return null;
  if (/\d:\d/.test(name) || !/\p{L}/u.test(name)) return null;
  if (NOT_NAMES.has(name.toLowerCase()) || /^(?:step|part|section|chapter)\s\d+$/i.test(name)) return null;
  const words = name
    .replace(/\([^()]*\)/g, ' ')
    .trim()
    .split(/\s+/);
  if (words.length > MAX_NAME_WORDS || !words.every(isNameWord)) return null;
  // `Last, First` has one comma; two make a list.
  if (name.split(',').length > 2) return null;
  const isCapitalised = words.some(isCapital) && words.every((word) => isCapital(word) || isParticle(word));
  if (isCapitalised) return 'capitalised';
  return words.length <= 2 && !name.includes(',') ? 'lower-case' : null;
}

function findColon(line: string): number {
  const end = Math.min(line.length, MAX_NAME_LENGTH + 12);
  for (let index = 1; index < end; index += 1) {
    const character = line[index];
    if (character === '：') return index;
    if (character !== ':') continue;
    const next = line[index + 1];
    if (next === undefined || /\s/.test(next) || (next === '*' && line.startsWith('**'))) return index;
  }
  return -1;
}

const NAME_CHARACTERS = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} \u00a0.,'’´`\-‐‑_&/()@#+|]*$/u;
const TITLES = /^(?:dr|mr|mrs|ms|mx|prof|sr|sra|jr|st|rev|hon|capt|sgt|lt|herr|frau|mme|dipl|ing|ph\.d)\.$/i;
const INITIALS = /^(?:\p{L}\p{M}*[.-])+$/u;

/** A full stop ends a sentence, unless it follows an initial or a title. */
function isNameWord(word: string): boolean {
  const bare = word.replace(/,$/, '');
  return !bare.endsWith('.') || TITLES.test(bare) || INITIALS.test(bare);
}

function isCapital(word: string): boolean {
  // Letters of scripts without case (\p{Lo}) and digits count, too; so do McKay, d'Arcy and #3.
  return /^[('’#@]*(?:[\p{Lu}\p{Lt}\p{Lo}\p{N}&]|\p{Ll}['’]\p{Lu}|[&|/+-]$)/u.test(word);
}

function isParticle(word: string): boolean {
  return PARTICLES.has(word.toLowerCase());
}

const PARTICLES: ReadonlySet<string> = new Set(
  'af al ap av bin bint da das de del della den der di do dos du e el en et ibn la le los of the ten ter till und van von y zu zum zur and'.split(
    ' ',
  ),
);

const NOT_NAMES: ReadonlySet<string> = new Set([
  ...[
    'note notes question questions warning caution important attention http https ftp mailto url link',
    'example examples e.g. i.e. ps p.s. todo fixme update edit re fwd fw cc subject date time title topic location place',
    'attendees participants agenda summary transcript recording duration tip hint hints problem solution result results',
    'conclusion remember reminder source sources description language kind type style region format version project page',
    'so and but or because then also like the this that these those there here if when where what why how who which',
    'yes no yeah nope okay ok well right now first second third finally lastly again anyway actually basically',
    'it is was i we you they he she my our your one two three',
    'however therefore meanwhile plus minus correct exactly sure true false fact rule idea point issue',
  ].flatMap((line) => line.split(' ')),
  'action item',
  'action items',
  'for example',
  'meeting notes',
  'key points',
  'next steps',
  'screen sharing',
  'in short',
]);
