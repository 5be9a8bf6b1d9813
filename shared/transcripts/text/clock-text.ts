// Text whose stamps are times of day, as Zoom's saved captions and chat exports have them: `[Alice] 12:00:00` above
// the words, `10:03 AM Anna: Hi`, `[2026-04-01 20:31:29] Anna: Hi`. They become offsets from the first one.
import type { Result } from '../../result.ts';
import type { Transcript, TranscriptRefusal } from '../transcript.ts';
import { WarningList } from '../warning-list.ts';
import { parsePlainText } from './plain-text.ts';

const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s?([ap])\.?m\.?)?`;
const DATE = String.raw`(?:(\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})[T,]?\s*)?`;
/** `Name 10:03 AM`, `[Name] 12:00:00`. */
const TRAILING = new RegExp(
  String.raw`^()(\[[^[\]]{1,60}\]|[^\d\s][^:]{0,59}?)\s+[[(]?${DATE}${CLOCK}[\])]?\s*:?$`,
  'i',
);
/** `[10:03:22] …`, `2026-04-01T20:31:29Z …`, `10:03 AM - …`. */
const LEADING = new RegExp(String.raw`^[[(]?()()${DATE}${CLOCK}Z?[\])]?(?:\s*[-–—|]\s+|\s+|$)`, 'i');
/** `Name (10:03 AM): …`. */
const INSIDE = new RegExp(String.raw`^()([^:()[\]]{1,60}?)\s*[[(]${DATE}${CLOCK}[\])]\s*:\s*(?=\S)`, 'i');
const DAY_MS = 86_400_000;

interface Stamp {
  readonly form: 'leading' | 'trailing' | 'inside';
  readonly name: string;
  readonly day: string | null;
  readonly ms: number;
  readonly isSure: boolean;
  readonly isBracketedName: boolean;
  readonly length: number;
}

/** `sure` when the stamps can only be times of day, `maybe` for Zoom's shape in the small hours. */
export function looksLikeClockText(text: string): 'sure' | 'maybe' | 'no' {
  const lines = text.slice(0, 100_000).split('\n');
  const stamps = lines.flatMap((line) => readStamp(line.trim()) ?? []);
  const filled = lines.filter((line) => line.trim() !== '').length;
  if (stamps.length < 2 || stamps.length * 6 < filled) return 'no';
  if (stamps.filter(({ isSure }) => isSure).length * 2 > stamps.length) return 'sure';
  if (stamps.filter(({ isBracketedName }) => isBracketedName).length * 2 <= stamps.length) return 'no';
  // A recording rarely begins with five silent hours.
  return (stamps[0]?.ms ?? 0) >= 5 * 3_600_000 ? 'sure' : 'maybe';
}

/** `text` has single line feeds and no byte order mark (see decode.ts). A stamp after midnight counts on. */
export function parseClockText(
  text: string,
  warnings = new WarningList(),
): Result<Transcript, TranscriptRefusal> {
  let first: number | null = null;
  let previous = 0;
  let days = 0;
  let day: string | null = null;
  const lines = text.split('\n').map((line) => {
    const trimmed = line.trim();
    const stamp = readStamp(trimmed);
    if (stamp === null) return line;
    const isNextDay =
      stamp.day !== null && day !== null ? stamp.day !== day : stamp.ms + DAY_MS / 2 < previous;
    if (first !== null && isNextDay) days += 1;
    day = stamp.day ?? day;
    previous = stamp.ms;
    first ??= stamp.ms;
    const offset = writeOffset(Math.max(0, stamp.ms + days * DAY_MS - first));
    if (stamp.form === 'leading') return `[${offset}] ${trimmed.slice(stamp.length)}`;
    if (stamp.form === 'trailing') return `${stamp.name} (${offset})`;
    return `${stamp.name} (${offset}): ${trimmed.slice(stamp.length)}`;
  });
  return parsePlainText(lines.join('\n'), warnings, 'clock-text');
}

function readStamp(line: string): Stamp | null {
  // Cheap looks first: most lines have no time at all.
  if (!/\d:\d\d/.test(line.slice(0, 120))) return null;
  const forms = [
    ['leading', LEADING],
    ['inside', INSIDE],
    ['trailing', TRAILING],
  ] as const;
  for (const [form, pattern] of forms) {
    const match = form === 'trailing' && line.length > 120 ? null : pattern.exec(line);
    if (match === null) continue;
    const [whole, , name = '', day = null, hour = '', minute = '', second = '0', half] = match;
    const hours =
      half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
    return {
      form,
      name,
      day,
      ms: (hours * 3600 + Number(minute) * 60 + Number(second)) * 1000,
      isSure: half !== undefined || day !== null,
      isBracketedName: form === 'trailing' && name.startsWith('[') && match[6] !== undefined,
      length: whole.length,
    };
  }
  return null;
}

function writeOffset(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
