// Reads the times of captions. One function answers both "is this a time line?" and "which times?", so the two
// can never disagree; it knows nothing of speakers or words.

export interface TimingLine {
  /** Null when the file's start cannot be read. */
  readonly startMs: number | null;
  /** Null when the file gives no end, or one that cannot be read. */
  readonly endMs: number | null;
}

/** How the digits after the point count: `.9` is 900 ms as a decimal fraction, 9 ms as unpadded milliseconds. */
export type FractionStyle = 'decimal' | 'unpadded';

const TIME = /^(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})(?:[.,](\d{1,9}))?$/;
const UNPADDED_FIELD = /:\d(?!\d)/;

/** `00:00:01.500 --> 00:00:02.000 align:start`, hours optional, comma or point; null for any other line. */
export function readTimingLine(line: string, style: FractionStyle): TimingLine | null {
  const arrow = line.indexOf('-->');
  // A time and its blanks are short: what stands far from the line's start is part of a sentence.
  if (arrow < 0 || arrow > 40) return null;
  const start = line.slice(0, arrow).trim();
  const end =
    line
      .slice(arrow + 3, arrow + 60)
      .trim()
      .split(/\s/, 1)[0] ?? '';
  const startMs = parseTimestamp(start, style);
  const endMs = parseTimestamp(end, style);
  if (startMs === null && (endMs === null || /\p{L}{3}/u.test(start))) return null;
  return { startMs, endMs };
}

/** One time in milliseconds, or null. Minutes over 59 count only where no hours stand before them. */
export function parseTimestamp(text: string, style: FractionStyle): number | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, hours, minutes, seconds, fraction = ''] = match;
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null;
  const wholeSeconds = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return wholeSeconds * 1000 + fractionMs(fraction, style);
}

/**
 * Meeting transcripts fetched from Teams write every field without leading zeros, the milliseconds too:
 * `0:0:6.90 --> 0:0:6.500` only makes sense as 6.090 to 6.500. One such field decides for the whole file.
 */
export function detectFractionStyle(lines: readonly string[]): FractionStyle {
  const isUnpadded = lines.some((line) => {
    const timing = readTimingLine(line, 'decimal');
    return timing !== null && UNPADDED_FIELD.test(line.slice(0, line.indexOf('-->')));
  });
  return isUnpadded ? 'unpadded' : 'decimal';
}

function fractionMs(digits: string, style: FractionStyle): number {
  if (style === 'unpadded' && digits.length <= 3) return Number(digits);
  return Number(digits.slice(0, 3).padEnd(3, '0'));
}
