// Bytes to text, whatever program wrote them. It decides on the encoding alone and knows no transcript format.
import { fail, ok, type Result } from '../result.ts';
import type { TranscriptRefusal } from './transcript.ts';

// Node and browsers both have it, yet the plain language types do not: only what is used here is declared.
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

export const MAX_TRANSCRIPT_BYTES = 50_000_000;

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  /** Without a byte order mark; every line ends with a single line feed. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** How many characters could not be read and stand as U+FFFD. */
  readonly replaced: number;
}

/**
 * Byte order mark first, then strict UTF-8, then Windows-1252. A file that is UTF-8 but for a few broken bytes
 * stays UTF-8 and reports how many characters were replaced. Refuses what is no text, and over 50 MB.
 */
export function decodeTranscript(bytes: Uint8Array): Result<DecodedText, TranscriptRefusal> {
  if (bytes.length > MAX_TRANSCRIPT_BYTES) return fail(tooLarge(bytes.length));
  const known = knownBinary(bytes);
  if (known !== null) return fail(binary(known));
  const encoding = guessEncoding(bytes);
  const raw = new TextDecoder(encoding).decode(bytes);
  const text = normaliseLines(encoding === 'windows-1252' ? mapWindows1252(raw) : raw);
  if (looksBinary(text)) return fail(binary('This file holds no text.'));
  return ok({ text, encoding, replaced: text.match(/\ufffd/g)?.length ?? 0 });
}

/** A single line feed for CRLF and for a lone CR, and no byte order mark at the front. */
export function normaliseLines(text: string): string {
  const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return withoutMark.includes('\r') ? withoutMark.replace(/\r\n?/g, '\n') : withoutMark;
}

/** True for text with a NUL, or with so many control characters that no person wrote it. */
export function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  let controls = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) controls += 1;
  }
  return controls * 20 > text.length;
}

function guessEncoding(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const { multibyte, broken, evenZeros, oddZeros } = surveyBytes(bytes);
  // Western text in UTF-16 without its mark: most of every second byte is zero, and only every second one.
  const isPairs = bytes.length >= 8 && bytes.length % 2 === 0;
  if (isPairs && evenZeros === 0 && oddZeros * 4 > bytes.length) return 'utf-16le';
  if (isPairs && oddZeros === 0 && evenZeros * 4 > bytes.length) return 'utf-16be';
  return broken === 0 || multibyte > broken ? 'utf-8' : 'windows-1252';
}

/** Counts well-formed UTF-8 sequences of two to four bytes, bytes that belong to none, and zeros by parity. */
function surveyBytes(bytes: Uint8Array) {
  let multibyte = 0;
  let broken = 0;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === 0 && index % 2 === 0) evenZeros += 1;
    else if (byte === 0) oddZeros += 1;
    if (byte < 0x80) continue;
    const length = utf8SequenceLength(bytes, index);
    if (length === 0) broken += 1;
    else {
      multibyte += 1;
      index += length - 1;
    }
  }
  return { multibyte, broken, evenZeros, oddZeros };
}

/** Length of the sequence that begins at `index`, or 0 if it is not well-formed (RFC 3629, table in section 4). */
function utf8SequenceLength(bytes: Uint8Array, index: number): number {
  const lead = bytes[index] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  for (let offset = 1; offset < length; offset += 1) {
    if (((bytes[index + offset] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[index + 1] ?? 0;
  const isOverlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const isOutOfRange = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
  return isOverlong || isOutOfRange ? 0 : length;
}

/** Bytes 0x80 to 0x9f in Windows-1252; a blank stands for the five that are unused. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Some versions of Node decode Windows-1252 as Latin-1, where these are control characters nobody typed. */
function mapWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => {
    const character = WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? ' ';
    return character === ' ' ? '\ufffd' : character;
  });
}

const KNOWN_BINARIES: readonly {
  readonly signature: string;
  readonly at: number;
  readonly message: string;
}[] = [
  {
    signature: 'PK\u0003\u0004',
    at: 0,
    message: 'This is a Word document or another packed file. Save it as plain text (.txt) and import that.',
  },
  {
    signature: '\u00d0\u00cf\u0011\u00e0',
    at: 0,
    message: 'This is an older Word document. Save it as plain text (.txt) and import that.',
  },
  { signature: '%PDF-', at: 0, message: 'This is a PDF. Export the transcript as text, VTT or SRT instead.' },
  {
    signature: 'ID3',
    at: 0,
    message: 'This is a recording, not its transcript. Import the transcript file.',
  },
  {
    signature: 'RIFF',
    at: 0,
    message: 'This is a recording, not its transcript. Import the transcript file.',
  },
  {
    signature: 'OggS',
    at: 0,
    message: 'This is a recording, not its transcript. Import the transcript file.',
  },
  {
    signature: 'ftyp',
    at: 4,
    message: 'This is a recording, not its transcript. Import the transcript file.',
  },
  {
    signature: '\u001a\u0045\u00df\u00a3',
    at: 0,
    message: 'This is a recording, not its transcript. Import the transcript file.',
  },
];

function knownBinary(bytes: Uint8Array): string | null {
  for (const { signature, at, message } of KNOWN_BINARIES) {
    // A zero byte near the front tells the packed file from a text that happens to begin with these letters.
    const isLetters = /^[\w]+$/.test(signature);
    const matches = [...signature].every((character, index) => bytes[at + index] === character.charCodeAt(0));
    if (matches && (!isLetters || bytes.subarray(0, 4096).includes(0))) return message;
  }
  return null;
}

function binary(message: string): TranscriptRefusal {
  return { reason: 'binary', message, line: null };
}

function tooLarge(bytes: number): TranscriptRefusal {
  const megabytes = Math.ceil(bytes / 1_000_000);
  return {
    reason: 'too-large',
    message: `This file has ${megabytes} MB; a transcript may have 50. An hour of talk is about 0.1 MB, so this is probably something else.`,
    line: null,
  };
}
