// Finds what recognisers invent in silence: one phrase over and over, and the credits of films they learned from. It
// only names them; the words stay, because only a person can know that nobody said them.
import type { WarningList } from './warning-list.ts';

interface SpokenLine {
  readonly text: string;
  readonly line: number;
}

/** “Yeah” five times in a row may be talk; from here on it is not. */
const MIN_REPEATS = 6;
/** A whole sentence is not said three times in a row. */
const MIN_LONG_REPEATS = 3;
const LONG_WORDS = 5;
/** https://github.com/thewh1teagle/vibe/issues/1198 and the footer of Otter, which Whisper writes by itself. */
const CREDIT =
  /^(?:transcribed by https?:\/\/otter\.ai|subtitles by (?:the )?amara\.org.*|thanks for watching[.!]?)$/i;

export function warnAboutLoops(utterances: readonly SpokenLine[], warnings: WarningList): void {
  let from = 0;
  for (let index = 0; index <= utterances.length; index += 1) {
    const first = utterances[from];
    const current = utterances[index];
    if (current !== undefined && CREDIT.test(current.text.trim())) {
      warnings.add(
        'repeated-words',
        `${warnings.unit} ${current.line} reads like a credit that recognisers add by themselves. It is kept.`,
        current.line,
      );
    }
    if (first === undefined || (current !== undefined && isSame(first.text, current.text))) continue;
    warnAboutRun(utterances.slice(from, index), warnings);
    from = index;
  }
}

function warnAboutRun(run: readonly SpokenLine[], warnings: WarningList): void {
  const [first] = run;
  if (first === undefined || run.length < MIN_LONG_REPEATS) return;
  const isLong = (first.text.match(/\S+/g)?.length ?? 0) >= LONG_WORDS;
  if (!isLong && run.length < MIN_REPEATS) return;
  const phrase = first.text.length > 60 ? `${first.text.slice(0, 59)}…` : first.text;
  warnings.add(
    'repeated-words',
    `From ${warnings.unit.toLowerCase()} ${first.line} on, “${phrase}” stands ${run.length} times in a row, as recognisers write when nobody speaks. It is kept.`,
    first.line,
  );
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && one.toLowerCase() === other.toLowerCase();
}
