// The grammar of a note line: `#tag` anywhere, `//` marks the moment, `?` at the start asks a follow-up.
// It only reads; what was typed is kept as it was typed.

export interface NoteLine {
  /**
   * The words that are kept as the note's text: signs at the start, and tags and signs at the end, are taken off. What
   * stands between words stays there.
   */
  readonly text: string;
  /** Tag names without `#`, in order, each once without regard to case. */
  readonly tags: readonly string[];
  readonly isMarked: boolean;
  readonly isFollowUp: boolean;
}

/** A tag begins after a space or at the line's start, so `C#` and `a#b` stay words. */
const TAG = /(?<=^|\s)#([\p{L}\p{N}_-]{1,40})(?![\p{L}\p{N}_-])/gu;
/** A sign that stands alone, so that the slashes of `https://` are no mark. */
const LONE_MARK = /(?<=^|\s)\/\/(?=\s|$)/;

/**
 * Reads a line as typed. A line of only signs or tags has an empty text.
 * @param plainAt where a `#` stands in `typed` that is meant as a plain character and not as the beginning of a tag
 */
export function readNoteLine(typed: string, plainAt: ReadonlySet<number> = new Set()): NoteLine {
  const start = readStart(typed);
  const tags: string[] = [];
  const seen = new Set<string>();
  for (const { name, from } of findTags(typed)) {
    if (from < start.length || plainAt.has(from) || seen.has(name.toLowerCase())) continue;
    seen.add(name.toLowerCase());
    tags.push(name);
  }
  return {
    text: typed.slice(start.length, endOfWords(typed, start.length, plainAt)),
    tags,
    isMarked: start.isMarked || LONE_MARK.test(typed.slice(start.length)),
    isFollowUp: start.isFollowUp,
  };
}

/** Every tag of a line with the place of its `#`. */
export function findTags(typed: string): { readonly name: string; readonly from: number }[] {
  return [...typed.matchAll(TAG)].map((match) => ({ name: match[1] ?? '', from: match.index }));
}

/** The tag that is being typed at the caret: its name so far and where its `#` stands, or null. */
export function tagAtCaret(typed: string, caret: number): { name: string; from: number } | null {
  const match = /(?<=^|\s)#([\p{L}\p{N}_-]{0,40})$/u.exec(typed.slice(0, caret));
  if (match?.[1] === undefined) return null;
  return { name: match[1], from: match.index };
}

/** The signs before the words, in any order and with spaces between them. */
function readStart(typed: string): { length: number; isMarked: boolean; isFollowUp: boolean } {
  let isMarked = false;
  let isFollowUp = false;
  let at = skipSpaces(typed, 0);
  for (;;) {
    if (typed.startsWith('//', at)) {
      isMarked = true;
      at = skipSpaces(typed, at + 2);
    } else if (typed[at] === '?' && !isFollowUp) {
      isFollowUp = true;
      at = skipSpaces(typed, at + 1);
    } else return { length: at, isMarked, isFollowUp };
  }
}

/** Where the words end: before the tags, lone marks and spaces that close the line. */
function endOfWords(typed: string, from: number, plainAt: ReadonlySet<number>): number {
  const tagEnds = new Map(
    findTags(typed)
      .filter((tag) => tag.from >= from && !plainAt.has(tag.from))
      .map((tag) => [tag.from + 1 + tag.name.length, tag.from]),
  );
  let end = typed.length;
  for (;;) {
    while (end > from && /\s/.test(typed[end - 1] ?? '')) end -= 1;
    const tagFrom = tagEnds.get(end);
    const isMark =
      end - 2 >= from && typed.slice(end - 2, end) === '//' && /(^|\s)$/.test(typed.slice(from, end - 2));
    if (tagFrom !== undefined) end = tagFrom;
    else if (isMark) end -= 2;
    else return end;
  }
}

function skipSpaces(typed: string, at: number): number {
  let next = at;
  while (next < typed.length && /\s/.test(typed[next] ?? '')) next += 1;
  return next;
}
