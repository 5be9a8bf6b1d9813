// Bytes or pasted text to a transcript: the content decides which parser reads it, never the file's name.
import { assertNever, fail, type Result } from '../result.ts';
import { decodeTranscript, looksBinary, MAX_TRANSCRIPT_BYTES, normaliseLines } from './decode.ts';
import { parsePlainText } from './plain-text.ts';
import { parseSrt } from './srt.ts';
import { detectFractionStyle, readTimingLine } from './timestamp.ts';
import type { Transcript, TranscriptFormat, TranscriptRefusal } from './transcript.ts';
import { WarningList } from './warning-list.ts';
import { parseWebVtt } from './webvtt.ts';

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

/** The format whose shape the text has; anything without caption times is plain text. */
export function detectFormat(text: string): TranscriptFormat {
  if (/^\s*WEBVTT(?:\s|$)/.test(text.slice(0, 4096))) return 'webvtt';
  if (!text.includes('-->')) return 'plain-text';
  const lines = text.split('\n');
  const style = detectFractionStyle(lines);
  const timing = lines.find((line) => readTimingLine(line, style)?.startMs != null);
  if (timing === undefined) return 'plain-text';
  return /^\s*[\d:]+,/.test(timing) ? 'srt' : 'webvtt';
}

function readLines(
  text: string,
  options: ReadOptions,
  warnings: WarningList,
): Result<Transcript, TranscriptRefusal> {
  const problem = findProblem(text, options);
  if (problem !== null) return fail(problem);
  const format = options.format ?? detectFormat(text);
  switch (format) {
    case 'webvtt':
      return parseWebVtt(text, warnings);
    case 'srt':
      return parseSrt(text, warnings);
    case 'plain-text':
      return parsePlainText(text, warnings);
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
  const longLine = findLongLine(text);
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
  if (isJson(text)) {
    return refusal(
      'unknown-format',
      'This is JSON, which is not read yet. Export the transcript as VTT, SRT or text.',
    );
  }
  return null;
}

/** A whole JSON document, or one object on each line. */
function isJson(text: string): boolean {
  const trimmed = text.trim();
  if (!/^[{[]/.test(trimmed)) return false;
  const firstLine = trimmed.split('\n', 1)[0] ?? '';
  return isParsable(firstLine.trim()) || (/[}\]]$/.test(trimmed) && isParsable(trimmed));
}

function isParsable(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    // Not JSON is an answer here, not a failure: `[00:01:02] Name: words` begins with a bracket, too.
    return false;
  }
}

function refusal(
  reason: TranscriptRefusal['reason'],
  message: string,
  line: number | null = null,
): TranscriptRefusal {
  return { reason, message, line };
}
