// Reads transcripts that are neither WebVTT nor SRT: `Name: words` with or without times, names on lines of their
// own as Otter, Rev and Fathom write them, and text that was pasted. What is not said stays unsaid: no guessed
// names, no interpolated times.
import { fail, type Result } from '../../result.ts';
import { buildTranscript, countWords, type Utterance } from '../build-transcript.ts';
import { noWords } from '../refusals.ts';
import type { Transcript, TranscriptRefusal } from '../transcript.ts';
import { WarningList } from '../warning-list.ts';
import { type PlainLine, readPlainLines } from './plain-lines.ts';
import { judgePlainLines, type PlainRules } from './plain-names.ts';
import { INLINE_MARK, NOBODY, SCREEN_SHARE, TOOL_LINE } from './tool-lines.ts';

/** `text` has single line feeds and no byte order mark (see decode.ts). A paragraph without a name is one turn. */
export function parsePlainText(
  text: string,
  warnings = new WarningList(),
  format: 'plain-text' | 'clock-text' = 'plain-text',
): Result<Transcript, TranscriptRefusal> {
  const lines = readPlainLines(text.split('\n'));
  if (lines.length === 0) return fail(noWords());
  const reader = new PlainReader(judgePlainLines(lines), warnings);
  for (const line of lines) reader.read(line);
  return buildTranscript(format, reader.finish(), warnings);
}

interface OpenUtterance {
  readonly speaker: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly line: number;
  readonly parts: string[];
}

type Opening = Omit<OpenUtterance, 'parts'>;

/** Longer lines before the first name are speech whose name is missing; shorter ones are titles and dates. */
const MAX_TITLE_WORDS = 8;

class PlainReader {
  readonly #rules: PlainRules;
  readonly #warnings: WarningList;
  readonly #utterances: Utterance[] = [];
  #open: OpenUtterance | null = null;
  #speaker: string | null = null;
  #pendingTime: PlainLine | null = null;
  #hasSpeech = false;
  #hasCarried = false;

  constructor(rules: PlainRules, warnings: WarningList) {
    this.#rules = rules;
    this.#warnings = warnings;
  }

  read(line: PlainLine): void {
    if (TOOL_LINE.test(line.raw)) this.#skip(line, 'was added by the call tool');
    else if (this.#rules.isSpeaker(line)) this.#readNamed(line);
    else if (line.kind === 'time') this.#readTime(line);
    else if (this.#rules.isTimed(line)) this.#readTimedWords(line);
    else this.#readWords(line);
  }

  finish(): readonly Utterance[] {
    this.#close();
    return this.#utterances;
  }

  #readNamed(line: PlainLine): void {
    if (line.name !== null && SCREEN_SHARE.test(line.name)) {
      this.#warnings.add(
        'skipped-text',
        `‘${line.name}’ is a shared screen, not a person. Left out.`,
        line.line,
      );
      return;
    }
    this.#speaker = line.name === null || NOBODY.test(line.name) ? null : line.name;
    this.#start({ ...this.#timesOf(line), speaker: this.#speaker }, line.words);
  }

  #readTime(line: PlainLine): void {
    this.#close();
    this.#pendingTime = line;
    if (this.#rules.hasHeaders) this.#speaker = null;
  }

  #readTimedWords(line: PlainLine): void {
    const isCarried = this.#rules.isNamedOnChange && this.#speaker !== null;
    if (isCarried && !this.#hasCarried) {
      this.#hasCarried = true;
      this.#warnings.add(
        'carried-speaker',
        'This file names a speaker only where it changes. Lines without a name go to the speaker before them.',
      );
    }
    if (!isCarried) this.#speaker = null;
    this.#start({ ...this.#timesOf(line), speaker: this.#speaker }, line.untimed);
  }

  #readWords(line: PlainLine): void {
    const isNewParagraph = line.isAfterBlank && !this.#rules.hasSpeakers && this.#open?.startMs === null;
    if (this.#open !== null && !isNewParagraph) {
      const mark = INLINE_MARK.exec(line.raw)?.[0] ?? '';
      if (mark !== '') this.#skip(line, 'begins with a mark of the call tool, which');
      if (mark.length < line.raw.length) this.#open.parts.push(line.raw.slice(mark.length));
      return;
    }
    const isTitle = !this.#hasSpeech && this.#rules.hasSpeakers && this.#pendingTime === null;
    if (isTitle && countWords(line.raw) <= MAX_TITLE_WORDS)
      this.#skip(line, 'stands before the first speaker');
    else this.#start({ ...this.#timesOf(line), speaker: this.#speaker }, line.raw);
  }

  /** The line's own time, or that of the line above which held nothing else. */
  #timesOf(line: PlainLine): Pick<Opening, 'startMs' | 'endMs' | 'line'> {
    const source = this.#rules.isTimed(line) ? line : this.#pendingTime;
    return { startMs: source?.startMs ?? null, endMs: source?.endMs ?? null, line: line.line };
  }

  #start(opening: Opening, words: string): void {
    this.#close();
    this.#pendingTime = null;
    this.#hasSpeech = true;
    this.#open = { ...opening, parts: words === '' ? [] : [words] };
  }

  #close(): void {
    if (this.#open !== null && this.#open.parts.length > 0) {
      const { parts, ...rest } = this.#open;
      this.#utterances.push({ ...rest, text: parts.join(' ') });
    }
    this.#open = null;
  }

  #skip(line: PlainLine, reason: string): void {
    this.#warnings.add('skipped-text', `Line ${line.line} ${reason} and is left out.`, line.line);
  }
}
