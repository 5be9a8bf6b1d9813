// Proves quotes against their originals without reading every transcript each time: originals never change, so a cut
// that was made once holds for as long as the workspace is open. Quotes made from an earlier version of a file are looked
// up in the newest one, by their words.
import type { InterviewId } from '../../../shared/ids.ts';
import { cutStatement } from '../../../shared/needs/cut-statement.ts';
import type { StatementRef } from '../../../shared/needs/statement.ts';
import { type SpokenLanguage, spokenLanguage } from '../../../shared/text/spoken-language.ts';
import { findQuote, type IndexedText, indexText, quoteAt } from '../../../shared/transcripts/find-quote.ts';
import { type Turn, transcriptText } from '../../../shared/transcripts/transcript.ts';
import type { HostContext } from '../host-context.ts';
import { readTurns } from '../transcripts/transcript-store.ts';
import { type HeardEntry, leftOut, participantNames } from './heard-interviews.ts';

/** Cuts a span out of the interview's original; null when the original is another one. */
export type Cut = (statement: StatementRef) => string | null;

export interface ReadWords {
  readonly cut: Cut;
  /** A statement of an earlier version as it stands in the newest one; null when its words are not there. */
  readonly follow: (statement: StatementRef) => StatementRef | null;
  /** Null when it cannot be told. */
  readonly language: SpokenLanguage | null;
}

export interface CutCache {
  /** Every interview whose words can be read. `wanted` are the statements that will be cut. */
  read(entries: readonly HeardEntry[], wanted: readonly StatementRef[]): Promise<Map<InterviewId, ReadWords>>;
}

export function createCutCache(context: HostContext): CutCache {
  /** By original and format, then by span; an entry is there once the words could be read. */
  const known = new Map<string, Known>();

  async function read(entry: HeardEntry, wanted: readonly StatementRef[]): Promise<Known | null> {
    const key = `${entry.ref.original}-${entry.ref.format}`;
    const before = known.get(key);
    const isOwn = (statement: StatementRef) => statement.original === entry.ref.original;
    const isKnown = (statement: StatementRef) =>
      isOwn(statement)
        ? before?.cuts.has(spanOf(statement))
        : before?.followed.has(`${statement.original}-${spanOf(statement)}`);
    if (before && wanted.every(isKnown)) return before;
    const read = await leftOut(context, entry.id, () => readTurns(context.workspace(), entry.ref));
    if (read === null) {
      known.delete(key);
      return null;
    }
    const text = transcriptText(read.turns);
    const now = before ?? {
      cuts: new Map(),
      followed: new Map(),
      language: participantsLanguage(entry, read.turns),
    };
    for (const statement of wanted.filter(isOwn))
      now.cuts.set(spanOf(statement), text.slice(statement.start, statement.end));
    const older = wanted.filter((statement) => !isOwn(statement) && !isKnown(statement));
    if (older.length > 0) await followAll(entry, older, read.turns, now);
    known.set(key, now);
    return now;
  }

  /** Needs are found in what participants say, whatever language they are asked in. */
  function participantsLanguage({ speakers }: HeardEntry, turns: readonly Turn[]): SpokenLanguage | null {
    const team = context
      .workspace()
      .facts()
      .people.map((person) => person.name);
    const names = new Set<string | null>(participantNames(turns, speakers, team));
    const own = spokenLanguage(turns.flatMap(({ speaker, text }) => (names.has(speaker) ? text : [])));
    return own ?? spokenLanguage(turns.map(({ text }) => text));
  }

  async function followAll(
    entry: HeardEntry,
    statements: readonly StatementRef[],
    turns: readonly Turn[],
    into: Known,
  ): Promise<void> {
    const index = indexText(transcriptText(turns));
    const texts = new Map<string, string | null>();
    for (const statement of statements) {
      const { original } = statement;
      if (!texts.has(original)) texts.set(original, await olderText(entry, original));
      const found = followed(statement, texts.get(original) ?? null, index, turns, entry);
      into.followed.set(`${original}-${spanOf(statement)}`, found);
      if (found !== null) into.cuts.set(spanOf(found), found.text);
    }
  }

  async function olderText({ id, older }: HeardEntry, original: string): Promise<string | null> {
    const ref = older.findLast((one) => one.original === original);
    const read = ref && (await leftOut(context, id, () => readTurns(context.workspace(), ref)));
    return read ? transcriptText(read.turns) : null;
  }

  return {
    async read(entries, wanted) {
      const byInterview = new Map<InterviewId, StatementRef[]>();
      for (const statement of wanted) {
        const own = byInterview.get(statement.interviewId);
        if (own) own.push(statement);
        else byInterview.set(statement.interviewId, [statement]);
      }
      const words = new Map<InterviewId, ReadWords>();
      const readAll = await someAtOnce(entries, (entry) => read(entry, byInterview.get(entry.id) ?? []));
      for (const [entry, own] of readAll) {
        if (own === null) continue;
        words.set(entry.id, {
          language: own.language,
          follow: (statement) => own.followed.get(`${statement.original}-${spanOf(statement)}`) ?? null,
          cut: (statement) =>
            statement.original === entry.ref.original ? (own.cuts.get(spanOf(statement)) ?? null) : null,
        });
      }
      return words;
    },
  };
}

/** Files that are read at once: a disk answers several as fast as one. */
const AT_ONCE = 8;

/** In the order given. */
async function someAtOnce<T, R>(
  all: readonly T[],
  act: (one: T) => Promise<R>,
): Promise<(readonly [T, R])[]> {
  const done: (readonly [T, R])[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE);
    done.push(...(await Promise.all(some.map(async (one) => [one, await act(one)] as const))));
  }
  return done;
}

interface Known {
  readonly cuts: Map<string, string>;
  /** By the original they were made from, and their span in it. */
  readonly followed: Map<string, StatementRef | null>;
  readonly language: SpokenLanguage | null;
}

function spanOf({ start, end }: StatementRef): string {
  return `${start}-${end}`;
}

/** Under the id that people decided on, with the words as the newest version has them. */
function followed(
  statement: StatementRef,
  olderWords: string | null,
  index: IndexedText,
  turns: readonly Turn[],
  { ref }: HeardEntry,
): StatementRef | null {
  const { id, interviewId, start, end, text } = statement;
  // A quote that did not match the version it was made from proves no place in another.
  const quote =
    olderWords?.slice(start, end) === text
      ? quoteAt(olderWords, { from: start, to: end })
      : { exact: text, prefix: '', suffix: '' };
  const span = findQuote(quote, index);
  if (span === null) return null;
  const place = { interviewId, original: ref.original, start: span.from, end: span.to };
  const found = cutStatement(turns, place);
  return found && { ...found, id };
}
