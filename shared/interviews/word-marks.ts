// What people laid over the words of a transcript: corrections, tags, and who spoke a turn. The words themselves never
// change; a mark keeps the words it was made on, and is found again by them in another version of the file.
import type * as Y from 'yjs';
import { z } from 'zod';
import { OriginalHash, PersonId } from '../ids.ts';
import { findQuote, type IndexedText, indexText, quoteAt, type TextSpan } from '../transcripts/find-quote.ts';

const text = z.string().max(100_000);
const Anchor = z.object({
  original: OriginalHash,
  /** UTF-16 offsets into that original's `transcriptText`, end exclusive. */
  from: z.number().int().nonnegative(),
  to: z.number().int().positive(),
  /** The words there, and what stood around them. */
  exact: text.min(1),
  prefix: z.string().max(200),
  suffix: z.string().max(200),
  by: PersonId,
  at: z.string().max(40),
  /** Taken back; the record stays, so that taking back can be undone. */
  undoneAt: z.string().max(40).nullable(),
});

/** What a mark says. A speaker's `name` is one of the interview's speaker map. */
export const MarkMeaning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('correction'), text: z.string().min(1).max(4_000) }),
  z.object({ kind: z.literal('tag'), tag: z.string().min(1).max(40) }),
  z.object({ kind: z.literal('speaker'), name: z.string().min(1).max(200) }),
]);
export type MarkMeaning = z.infer<typeof MarkMeaning>;

export const WordMark = Anchor.extend({ meaning: MarkMeaning });
export type WordMark = z.infer<typeof WordMark>;

/** A mark as it lies over one transcript; `span` is null when its words are not there any more, or not certainly. */
export interface PlacedMark {
  readonly id: string;
  readonly meaning: MarkMeaning;
  readonly span: TextSpan | null;
  /** The words it was made on. */
  readonly exact: string;
  readonly by: PersonId;
  readonly at: string;
}

const MAP = 'wordMarks';

/** Those that hold, oldest first. What does not fit its schema is left alone and not shown. */
export function readWordMarks(document: Y.Doc): ReadonlyMap<string, WordMark> {
  const marks = [...document.getMap(MAP)].flatMap(([id, value]): [string, WordMark][] => {
    const mark = WordMark.safeParse(value);
    return mark.success && mark.data.undoneAt === null ? [[id, mark.data]] : [];
  });
  return new Map(
    marks.sort(([a, one], [b, other]) =>
      one.at === other.at ? (a < b ? -1 : 1) : one.at < other.at ? -1 : 1,
    ),
  );
}

export function putWordMark(document: Y.Doc, id: string, mark: WordMark): void {
  document.getMap(MAP).set(id, mark);
}

/** Takes a mark back, or brings it again with null. Fields that only a newer Earshot knows stay. */
export function setMarkUndone(document: Y.Doc, id: string, undoneAt: string | null): void {
  const mark: unknown = document.getMap(MAP).get(id);
  if (typeof mark === 'object' && mark !== null) document.getMap(MAP).set(id, { ...mark, undoneAt });
}

/** The part of a mark that says where it lies. */
export function anchorAt(
  words: string,
  span: TextSpan,
): Pick<WordMark, 'from' | 'to' | 'exact' | 'prefix' | 'suffix'> {
  const { exact, prefix, suffix } = quoteAt(words, span);
  return { from: span.from, to: span.to, exact, prefix: prefix.slice(-200), suffix: suffix.slice(0, 200) };
}

/** Every mark over `words`, which belong to `original`: where it was made, or where its words are found again. */
export function placeMarks(
  marks: ReadonlyMap<string, WordMark>,
  original: OriginalHash,
  words: string,
): PlacedMark[] {
  let index: IndexedText | null = null;
  return [...marks].map(([id, mark]) => {
    const isHere = mark.original === original && words.slice(mark.from, mark.to) === mark.exact;
    if (!isHere) index ??= indexText(words);
    const span = isHere ? { from: mark.from, to: mark.to } : index && findQuote(mark, index);
    return { id, meaning: mark.meaning, span, exact: mark.exact, by: mark.by, at: mark.at };
  });
}
