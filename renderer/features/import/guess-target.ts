// Which interview a file belongs to: guessed from names, shown, and changed by whoever knows better. Pure.
import type { InterviewId } from '../../../shared/ids.ts';

export interface PossibleTarget {
  readonly id: InterviewId;
  /** What the participant is called here, and their real name where it is known. */
  readonly names: readonly string[];
  readonly hasWords: boolean;
  /** Somebody listened: there are notes that wait for the words. */
  readonly hasNotes: boolean;
  /** When it was planned or made, and how long the call was; null when not known. */
  readonly atMs: number | null;
  readonly lengthMs: number | null;
}

export interface TargetGuess {
  /** Null for a new interview. */
  readonly interviewId: InterviewId | null;
  readonly because: 'asked' | 'version' | 'date' | 'name' | 'only-one' | 'nothing';
}

export interface FileNames {
  readonly fileName: string;
  readonly speakers: readonly string[];
  /** The interview that has the same words from another file. */
  readonly newerOf?: InterviewId | null | undefined;
  /** When the recording began, and how long it is; null when the file does not say. */
  readonly recordedMs?: number | null | undefined;
  readonly lengthMs?: number | null | undefined;
}

/**
 * The interview that was asked for, else the one with the same words, else the one without words that fits by date and
 * length, else the one whose participant is named by the file or in it, else the only one whose notes wait for words.
 * Two that fit alike are none.
 */
export function guessTarget(
  file: FileNames,
  interviews: readonly PossibleTarget[],
  options: { readonly asked: InterviewId | null; readonly taken: ReadonlySet<InterviewId> },
): TargetGuess {
  const { asked, taken } = options;
  if (asked !== null && !taken.has(asked)) return { interviewId: asked, because: 'asked' };
  const newer = interviews.find((one) => one.id === file.newerOf);
  if (newer !== undefined && !taken.has(newer.id)) return { interviewId: newer.id, because: 'version' };
  const open = interviews.filter((one) => !one.hasWords && !taken.has(one.id));
  const dated = open.filter((one) => isSameCall(file, one));
  if (dated.length === 1 && dated[0] !== undefined) return { interviewId: dated[0].id, because: 'date' };
  const said = new Set([file.fileName.replace(/\.[a-z0-9]{1,8}$/i, ''), ...file.speakers].flatMap(wordsOf));
  const named = open.filter((one) => one.names.some((name) => isSaid(name, said)));
  if (named.length > 1) return { interviewId: null, because: 'nothing' };
  if (named[0] !== undefined) return { interviewId: named[0].id, because: 'name' };
  const waiting = open.filter((one) => one.hasNotes);
  const [only] = waiting;
  return waiting.length === 1 && only !== undefined
    ? { interviewId: only.id, because: 'only-one' }
    : { interviewId: null, because: 'nothing' };
}

/** A recording begins near the call, and is about as long; an interview of which neither is known fits nothing. */
function isSameCall({ recordedMs, lengthMs }: FileNames, one: PossibleTarget): boolean {
  if (recordedMs == null || one.atMs === null || Math.abs(recordedMs - one.atMs) > MOST_APART_MS)
    return false;
  if (lengthMs == null || one.lengthMs === null) return true;
  return lengthMs <= one.lengthMs * 1.5 && one.lengthMs <= lengthMs * 1.5;
}

const MOST_APART_MS = 3 * 3_600_000;

/** Every word of the name; a single short one says too little. */
function isSaid(name: string, said: ReadonlySet<string>): boolean {
  const words = wordsOf(name);
  return words.some((word) => word.length > 2) && words.every((word) => said.has(word));
}

/** Case and accents aside. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}+|\p{N}+/gu) ?? []
  );
}
