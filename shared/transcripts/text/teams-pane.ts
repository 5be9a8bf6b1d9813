// What somebody copied from the transcript pane of Teams or Stream: every line of words stands below
// `Name 0 minutes 3 seconds`, and turns begin with `Name`, then `0 minutes 3 seconds0:03`.
import { fail, type Result } from '../../result.ts';
import { buildTranscript, type Utterance } from '../build-transcript.ts';
import { noWords } from '../refusals.ts';
import { parseTimestamp } from '../timestamp.ts';
import type { Transcript, TranscriptRefusal } from '../transcript.ts';
import { WarningList } from '../warning-list.ts';

/** Words for the units differ by language; their order does not. */
const SPOKEN = String.raw`(?:\d{1,2} \p{L}{1,12},? ){0,2}\d{1,2} \p{L}{1,12}`;
const STAMP = new RegExp(String.raw`^(${SPOKEN})\s*(\d{1,2}:\d{2}(?::\d{2})?)$`, 'u');
const LABEL = new RegExp(`^(.{1,80}?) (${SPOKEN})$`, 'u');
const INITIALS = /^\p{Lu}{1,3}$/u;
const PAGE_TEXT = /^AI-generated content may be incorrect/i;

/** Two stamps in which the spoken and the written time stand without a gap. */
export function looksLikeTeamsPane(text: string): boolean {
  const stamps = text
    .slice(0, 100_000)
    .split('\n')
    .filter((line) => STAMP.test(line.trim()));
  return stamps.length > 0 && stamps.some((line) => /\p{L}\d{1,2}:\d{2}/u.test(line));
}

/** `text` has single line feeds and no byte order mark (see decode.ts). */
export function parseTeamsPane(
  text: string,
  warnings = new WarningList(),
): Result<Transcript, TranscriptRefusal> {
  const lines = text.split('\n').map((line) => line.trim());
  const times = readStamps(lines);
  const utterances: Utterance[] = [];
  let open: { speaker: string; startMs: number | null; line: number; parts: string[] } | null = null;
  const close = (): void => {
    if (open !== null && open.parts.length > 0) {
      const { parts, ...rest } = open;
      utterances.push({ ...rest, endMs: null, text: parts.join(' ') });
    }
    open = null;
  };
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const label = LABEL.exec(line);
    const spoken = label?.[2] ?? '';
    if (STAMP.test(line) || isTurnHeading(lines, index)) close();
    else if (label !== null && (times.has(spoken) || spokenMs(spoken) !== null)) {
      close();
      open = {
        speaker: label[1] ?? '',
        startMs: times.get(spoken) ?? spokenMs(spoken),
        line: index + 1,
        parts: [],
      };
    } else if (PAGE_TEXT.test(line) || open === null) {
      warnings.add(
        'skipped-text',
        `Line ${index + 1} belongs to the page it was copied from and is left out.`,
        index + 1,
      );
    } else readWords(open, line);
  }
  close();
  if (utterances.length === 0) return fail(noWords());
  return buildTranscript('teams-pane', utterances, warnings);
}

function readWords(open: { readonly parts: string[] }, line: string): void {
  open.parts.push(line);
}

/** The name above a stamp, and the initials of the picture above the name. */
function isTurnHeading(lines: readonly string[], index: number): boolean {
  const next = nextFilled(lines, index);
  if (next === null) return false;
  if (STAMP.test(lines[next] ?? '')) return true;
  const after = INITIALS.test(lines[index] ?? '') ? nextFilled(lines, next) : null;
  return after !== null && STAMP.test(lines[after] ?? '');
}

function nextFilled(lines: readonly string[], index: number): number | null {
  for (let next = index + 1; next < Math.min(lines.length, index + 4); next += 1) {
    if (lines[next] !== '') return next;
  }
  return null;
}

function readStamps(lines: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const line of lines) {
    const [, spoken, written] = STAMP.exec(line) ?? [];
    const ms = written === undefined ? null : parseTimestamp(written, 'decimal');
    if (spoken !== undefined && ms !== null) times.set(spoken, ms);
  }
  return times;
}

function spokenMs(spoken: string): number | null {
  const match = /^(?:(\d+) hours?,? ?)?(?:(\d+) minutes?,? ?)?(?:(\d+) seconds?)?$/.exec(spoken);
  if (match === null || spoken === '') return null;
  return (Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)) * 1000;
}
