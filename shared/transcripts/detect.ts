// Bytes or pasted text to a transcript: the content decides which parser reads it, never the file's name.
import { assertNever, fail, ok, type Result } from '../result.ts';
import { parseSbv } from './captions/sbv.ts';
import { parseSrt } from './captions/srt.ts';
import { parseWebVtt } from './captions/webvtt.ts';
import { decodeTranscript, looksBinary, MAX_TRANSCRIPT_BYTES, normaliseLines } from './decode.ts';
import { detectFormats } from './detect-formats.ts';
import { parseJsonTranscript } from './json/json-transcript.ts';
import { looksLikeJson } from './json/parse-json.ts';
import { parseTable } from './tables/table.ts';
import { parseClockText } from './text/clock-text.ts';
import { parseEarshotMarkdown } from './text/earshot-markdown.ts';
import { parseMeetDocument } from './text/meet-document.ts';
import { parsePlainText } from './text/plain-text.ts';
import { parseTeamsPane } from './text/teams-pane.ts';
import type { Transcript, TranscriptFormat, TranscriptRefusal } from './transcript.ts';
import { WarningList } from './warning-list.ts';

export interface ReadOptions {
  /** What a person chose instead of what the content says. */
  readonly format?: TranscriptFormat | undefined;
}

/** Reads a file's bytes. Never throws: what cannot be read is refused with a reason, a place and what to try. */
export function readTranscript(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Result<Transcript, TranscriptRefusal> {
  const decoded = decodeTranscript(bytes);
  if (!decoded.ok) return decoded;
  const warnings = new WarningList();
  const { text, replaced, encoding } = decoded.value;
  if (replaced > 0) {
    const subject = replaced === 1 ? '1 character is' : `${replaced} characters are`;
    warnings.add('replaced-characters', `${subject} not valid in this file (read as ${encoding}).`);
  }
  return readLines(text, options, warnings);
}

/** Reads text that was pasted; the same rules as for a file. */
export function readTranscriptText(
  text: string,
  options: ReadOptions = {},
): Result<Transcript, TranscriptRefusal> {
  if (text.length > MAX_TRANSCRIPT_BYTES) {
    return fail(
      refusal('too-large', 'This text has more than 50 million characters, too many for a transcript.'),
    );
  }
  const normalised = normaliseLines(text);
  if (looksBinary(normalised)) return fail(refusal('binary', 'This is no text.'));
  return readLines(normalised, options, new WarningList());
}

function readLines(
  text: string,
  options: ReadOptions,
  warnings: WarningList,
): Result<Transcript, TranscriptRefusal> {
  const problem = findProblem(text, options);
  if (problem !== null) return fail(problem);
  if (options.format !== undefined) return parseAs(options.format, text, warnings);
  if (looksLikeJson(text)) return parseJsonTranscript(text, null);
  const [format, ...otherReadings] = detectFormats(text);
  const read = parseAs(format, text, warnings);
  if (!read.ok || otherReadings.length === 0) return read;
  return ok({ ...read.value, otherReadings });
}

function parseAs(
  format: TranscriptFormat,
  text: string,
  warnings: WarningList,
): Result<Transcript, TranscriptRefusal> {
  switch (format) {
    case 'webvtt':
      return parseWebVtt(text, warnings);
    case 'srt':
      return parseSrt(text, warnings);
    case 'sbv':
      return parseSbv(text, warnings);
    case 'plain-text':
      return parsePlainText(text, warnings);
    case 'clock-text':
      return parseClockText(text, warnings);
    case 'meet-document':
      return parseMeetDocument(text, warnings);
    case 'teams-pane':
      return parseTeamsPane(text, warnings);
    case 'earshot-markdown':
      return parseEarshotMarkdown(text, warnings);
    case 'table':
      return parseTable(text, warnings);
    case 'whisper-json':
    case 'rev-json':
    case 'fireflies-json':
    case 'tldv-json':
    case 'granola-json':
    case 'json':
      return parseJsonTranscript(text, format);
    default:
      return assertNever(format);
  }
}

/** An hour of talk has about 60,000 characters: a longer line is no line that anybody spoke. */
const MAX_LINE_LENGTH = 1_000_000;

function findProblem(text: string, options: ReadOptions): TranscriptRefusal | null {
  if (text.trim() === '') {
    return refusal('empty', 'This file is empty. Export it again from the call tool, or choose another one.');
  }
  const isJson = options.format?.endsWith('json') ?? looksLikeJson(text);
  const longLine = isJson ? null : findLongLine(text);
  if (longLine !== null) {
    return refusal(
      'malformed',
      `Line ${longLine} has more than a million characters without a line break; transcripts have a line for each caption or turn.`,
      longLine,
    );
  }
  return options.format === undefined ? foreignFormat(text) : null;
}

function findLongLine(text: string): number | null {
  if (text.length <= MAX_LINE_LENGTH) return null;
  let start = 0;
  for (let line = 1; start < text.length; line += 1) {
    const end = text.indexOf('\n', start);
    if ((end < 0 ? text.length : end) - start > MAX_LINE_LENGTH) return line;
    if (end < 0) return null;
    start = end + 1;
  }
  return null;
}

/** Text in a format that would read as nonsense if it were taken for speech. */
function foreignFormat(text: string): TranscriptRefusal | null {
  const head = text.slice(0, 512).trimStart();
  if (head.startsWith('{\\rtf')) {
    return refusal(
      'unknown-format',
      'This is a rich text document (RTF). Save it as plain text (.txt) and import that.',
    );
  }
  if (/^<(?:!doctype|html|\?xml|svg|tt)\b/i.test(head)) {
    return refusal(
      'unknown-format',
      'This is a web page or XML. Export the transcript as text, VTT or SRT instead.',
    );
  }
  return null;
}

function refusal(
  reason: TranscriptRefusal['reason'],
  message: string,
  line: number | null = null,
): TranscriptRefusal {
  return { reason, message, line };
}
