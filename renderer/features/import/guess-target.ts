// Which interview a file belongs to: guessed from names, shown, and changed by whoever knows better. Pure.
import type { InterviewId } from '../../../shared/ids.ts';

export interface PossibleTarget {
  readonly id: InterviewId;
  /** What the participant is called here, and their real name where it is known. */
  readonly names: readonly string[];
  readonly hasWords: boolean;
  /** Somebody listened: there are notes that wait for the words. */
  readonly hasNotes: boolean;
}

export interface TargetGuess {
  /** Null for a new interview. */
  readonly interviewId: InterviewId | null;
  readonly because: 'asked' | 'name' | 'only-one' | 'nothing';
}

export interface FileNames {
  readonly fileName: string;
  readonly speakers: readonly string[];
}

/**
 * The interview that was asked for, else the one without words whose participant is named by the file or in it, else
 * the only one whose notes wait for words. Two that fit alike are none.
 */
export function guessTarget(
  file: FileNames,
  interviews: readonly PossibleTarget[],
  options: { readonly asked: InterviewId | null; readonly taken: ReadonlySet<InterviewId> },
): TargetGuess {
  const { asked, taken } = options;
  if (asked !== null && !taken.has(asked)) return { interviewId: asked, because: 'asked' };
  const open = interviews.filter((one) => !one.hasWords && !taken.has(one.id));
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
