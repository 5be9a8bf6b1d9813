// The grammar of a note line: `#tag` anywhere, `//` marks the moment, `?` at the start asks a follow-up.
// It only reads; what was typed is kept as it was typed.

export interface NoteLine {
  /** The words that are kept as the note's text: tags that stand at the end and the signs at the start are taken off. */
  readonly text: string;
  /** Tag names without `#`, in order, each once without regard to case. */
  readonly tags: readonly string[];
  readonly isMarked: boolean;
  readonly isFollowUp: boolean;
}

/** A tag begins after a space or at the line's start, so `C#` and `a#b` stay words. */
const TAG = /(^|\s)#([\p{L}\p{N}_-]{1,40})/gu;
const TRAILING_TAGS = /(?:(?:^|\s+)#[\p{L}\p{N}_-]{1,40})+\s*$/u;

/** Reads one line as typed. A line of only signs or tags has an empty text. */
export function readNoteLine(typed: string): NoteLine {
  let rest = typed.trim();
  let isMarked = false;
  let isFollowUp = false;
  for (;;) {
    if (rest.startsWith('//')) {
      isMarked = true;
      rest = rest.slice(2).trimStart();
    } else if (rest.startsWith('?') && !isFollowUp) {
      isFollowUp = true;
      rest = rest.slice(1).trimStart();
    } else break;
  }
  if (/(^|\s)\/\/\s*$/.test(rest)) {
    isMarked = true;
    rest = rest.replace(/\s*\/\/\s*$/, '');
  }
  const tags: string[] = [];
  const seen = new Set<string>();
  for (const match of rest.matchAll(TAG)) {
    const name = match[2];
    if (name === undefined || seen.has(name.toLowerCase())) continue;
    seen.add(name.toLowerCase());
    tags.push(name);
  }
  return { text: rest.replace(TRAILING_TAGS, '').trimEnd(), tags, isMarked, isFollowUp };
}

/** The tag that is being typed at the caret: its name so far and where its `#` stands, or null. */
export function tagAtCaret(typed: string, caret: number): { name: string; from: number } | null {
  const match = /(^|\s)#([\p{L}\p{N}_-]{0,40})$/u.exec(typed.slice(0, caret));
  if (match?.[2] === undefined) return null;
  return { name: match[2], from: caret - match[2].length - 1 };
}
