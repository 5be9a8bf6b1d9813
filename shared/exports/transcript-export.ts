// One interview's words as a file for other programs: Markdown to read, WebVTT to play beside a recording. Under pseudonyms;
// words that people corrected stand corrected, and each export says what the file had.
import { correctedText, type TurnCorrection } from '../interviews/marked-turns.ts';
import { formatCallTime } from '../text/time.ts';
import type { Cue, Turn } from '../transcripts/transcript.ts';
import { writeWebVtt } from '../transcripts/webvtt-writer.ts';

export interface TranscriptExport {
  /** The mark by which a later export knows its own file. */
  readonly source: string;
  readonly title: string;
  readonly workspaceName: string;
  /** ISO dates. */
  readonly date: string;
  readonly exportedAt: string;
  /** SHA-256 of the file that was imported. */
  readonly original: string;
  /** Turns in the file's own time, speakers under the names that may leave the workspace. */
  readonly turns: readonly Turn[];
  readonly corrections: ReadonlyMap<number, readonly TurnCorrection[]>;
  /** Added to the file's times to get call time; Markdown shows call times, WebVTT those of the recording. */
  readonly offsetMs: number;
  readonly isApproximate: boolean;
}

/** The whole file, ending in a line feed. */
export function transcriptMarkdown(words: TranscriptExport): string {
  const lines = words.turns.map((turn, index) => {
    const time =
      turn.startMs === null
        ? ''
        : ` ${words.isApproximate ? '≈' : ''}${formatCallTime(turn.startMs + words.offsetMs)}`;
    const text = correctedText(
      turn.text,
      words.corrections.get(index) ?? [],
      ({ text: corrected }, original) => `${corrected}${OPEN}${original}${CLOSE}`,
    );
    return `**${escapeMarkdown(turn.speaker ?? 'Unknown')}**${time}\n\n${said(text)}\n`;
  });
  return `${[
    '---',
    `title: ${JSON.stringify(words.title)}`,
    `source: ${JSON.stringify(words.source)}`,
    `workspace: ${JSON.stringify(words.workspaceName)}`,
    `date: ${words.date.slice(0, 10)}`,
    `exported: ${words.exportedAt.slice(0, 10)}`,
    `fingerprint: ${words.original}`,
    'tags:',
    '  - earshot',
    '  - transcript',
    '---',
    '',
    `# ${escapeMarkdown(words.title)}`,
    '',
    ...(words.corrections.size === 0
      ? []
      : ['Words that somebody corrected are followed by what the imported file says, in brackets.', '']),
    ...lines,
  ]
    .join('\n')
    .trimEnd()}\n`;
}

/** Corrections are listed in a note at the head, each with its time and the file's own words. */
export function transcriptWebVtt(words: TranscriptExport): string {
  const notes: string[] = [];
  const turns = words.turns.map((turn, index) => {
    const corrections = words.corrections.get(index) ?? [];
    for (const one of corrections) {
      const at = cuesOf(turn).find(({ to }) => to > one.from)?.cue.startMs ?? turn.startMs;
      const when = at === null ? '' : `${formatCallTime(at)} `;
      notes.push(`${when}“${one.text}”: the file says “${turn.text.slice(one.from, one.to)}”`);
    }
    return corrections.length === 0 ? turn : { ...turn, cues: correctedCues(turn, corrections) };
  });
  const [head, ...rest] = writeWebVtt(turns).split('\n\n');
  const about = [`NOTE ${words.source} sha256:${words.original}`];
  if (notes.length > 0) about.push(`NOTE Corrected words\n${notes.map(noteLine).join('\n')}`);
  return [head?.trimEnd(), ...about, ...rest].join('\n\n').trimEnd().concat('\n');
}

/** The mark of a file that may be an earlier export; null for any other file. */
export function readTranscriptSource(fileText: string): string | null {
  return (
    /^(?:source: "|NOTE )(earshot:transcript\/[A-Za-z0-9_-]+)/m.exec(fileText.slice(0, 4_000))?.[1] ?? null
  );
}

/** Stand for brackets of our own until the words around them are escaped; no text of a transcript holds them. */
const OPEN = '\u{e000}';
const CLOSE = '\u{e001}';

function said(text: string): string {
  return escapeMarkdown(text)
    .replaceAll('\n', '  \n')
    .replaceAll(OPEN, ' [the file says “')
    .replaceAll(CLOSE, '”]');
}

function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*_[\]<>#&~|]/g, String.raw`\$&`)
      // What begins a list or underlines a heading, at the start of a line.
      .replace(/^(\s*)(\d{0,9})([-+=.)])/gm, String.raw`$1$2\$3`)
  );
}

function noteLine(line: string): string {
  // An arrow would make it a cue, a line break another block.
  return line.replaceAll('-->', '→').replace(/\s+/g, ' ');
}

/** Cues with their place in the turn's text, which is theirs joined by one space. */
function cuesOf(turn: Turn): { readonly cue: Cue; readonly from: number; readonly to: number }[] {
  let from = 0;
  return turn.cues.map((cue) => {
    const place = { cue, from, to: from + cue.text.length };
    from = place.to + 1;
    return place;
  });
}

/** A correction over several cues stands in the first of them. */
function correctedCues(turn: Turn, corrections: readonly TurnCorrection[]): Cue[] {
  return cuesOf(turn).map(({ cue, from, to }) => {
    const here = corrections
      .filter((one) => one.from < to && one.to > from)
      .map((one) => ({
        ...one,
        from: Math.max(0, one.from - from),
        to: Math.min(cue.text.length, one.to - from),
        text: one.from >= from ? one.text : '',
      }));
    return { ...cue, text: correctedText(cue.text, here).trim() };
  });
}
