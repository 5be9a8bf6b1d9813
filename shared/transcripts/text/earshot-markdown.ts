// Reads Earshot's own Markdown of a transcript (exports/transcript-export.ts) back: a bold name and a time above each
// turn, signs escaped, front matter and title around it. It knows nothing of what was imported before.
import { ok, type Result } from '../../result.ts';
import { parseCallTime } from '../../text/time.ts';
import { buildTranscript, type Utterance } from '../build-transcript.ts';
import type { Transcript, TranscriptRefusal } from '../transcript.ts';
import { WarningList } from '../warning-list.ts';

/** A line of the front matter by which Earshot knows what it wrote. */
const MARK = /^source: "earshot:transcript\/[\w-]+"$/m;
/** No words can look like it, since every star in them is escaped. */
const HEAD = /^\*\*((?:\\.|[^\\*])+)\*\*(?: (≈?)([−-]?[\d:]+))?$/;
/** Between unescaped brackets of our own; brackets that were said are escaped. */
const FILE_SAYS = / ?\[the file says “(?:\\.|[^\\\]])*”\]/g;
const ABOUT_CORRECTIONS = /^Words that somebody corrected are followed by /;

export function looksLikeEarshotMarkdown(text: string): boolean {
  return text.startsWith('---\n') && MARK.test(text.slice(0, 4_000).split('\n---\n', 1)[0] ?? '');
}

interface Said {
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly isEstimated: boolean;
  readonly line: number;
  readonly lines: string[];
}

/** Each name above words begins a turn. Corrected words are read as they were corrected. */
export function parseEarshotMarkdown(
  text: string,
  warnings = new WarningList(),
): Result<Transcript, TranscriptRefusal> {
  const lines = text.split('\n');
  const turns: Said[] = [];
  for (const [index, line] of lines.entries()) {
    const head = HEAD.exec(line.trimEnd());
    if (head !== null) turns.push(turnOf(head, index + 1));
    else turns.at(-1)?.lines.push(line);
  }
  warnAboutPreface(lines, turns[0]?.line ?? lines.length + 1, warnings);
  const utterances = turns.flatMap((turn): Utterance | readonly [] => {
    const words = wordsOf(turn, warnings);
    if (words === '') return [];
    const { speaker, startMs, isEstimated, line } = turn;
    return { speaker, startMs, endMs: null, text: words, line, isEstimated };
  });
  const built = buildTranscript('earshot-markdown', utterances, warnings, { isTurnEach: true });
  if (!built.ok) return built;
  // It gives no ends by its nature; estimated are only the times it says are.
  const approximate = utterances.some(({ startMs, isEstimated }) => startMs === null || isEstimated);
  return ok({ ...built.value, approximate });
}

function turnOf([, name = '', sign = '', time = '']: RegExpExecArray, line: number): Said {
  const speaker = unescapeMarkdown(name).trim();
  return {
    speaker: speaker === 'Unknown' ? null : speaker,
    startMs: parseCallTime(time),
    isEstimated: sign !== '',
    line,
    lines: [],
  };
}

function wordsOf({ lines, line }: Said, warnings: WarningList): string {
  const written = lines.join('\n').trim();
  const words = written.replace(FILE_SAYS, '');
  if (words !== written)
    warnings.add(
      'skipped-text',
      `The turn at line ${line} holds corrected words. What the file before said is left out.`,
      line,
    );
  // Two blanks at a line's end are a line break that was said; other breaks are the page's.
  return unescapeMarkdown(words.replace(/ {2}\n|\n+/g, (found) => (found.startsWith(' ') ? '\n' : ' ')));
}

/** Any sign of ASCII may be escaped, and only those (https://spec.commonmark.org/0.31.2/#backslash-escapes). */
function unescapeMarkdown(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Front matter, title and our own sentence are no words of anybody; what else stands there was added by somebody. */
function warnAboutPreface(lines: readonly string[], firstTurn: number, warnings: WarningList): void {
  const end = lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
  for (let index = end; index < firstTurn - 1; index += 1) {
    const line = lines[index]?.trim() ?? '';
    if (line === '' || /^# /.test(line) || ABOUT_CORRECTIONS.test(line)) continue;
    warnings.add(
      'skipped-text',
      `Line ${index + 1} stands before the first speaker and is left out.`,
      index + 1,
    );
  }
}
