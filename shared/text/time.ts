// Call times as people read and type them: `07:35`, `1:07:35`. It knows no clock and no time zone.

const MINUS = '−';

/**
 * Milliseconds to `07:35`, and from an hour on to `1:07:35`. Whole seconds, cut off and not rounded, so that a
 * time never points behind the words it belongs to; negative times carry a true minus sign (U+2212).
 */
export function formatCallTime(ms: number): string {
  const totalSeconds = Math.floor(Math.abs(ms) / 1000);
  const hours = Math.floor(totalSeconds / 3600);
  const minutes = twoDigits(Math.floor(totalSeconds / 60) % 60);
  const seconds = twoDigits(totalSeconds % 60);
  const sign = ms < 0 && totalSeconds > 0 ? MINUS : '';
  return hours > 0 ? `${sign}${hours}:${minutes}:${seconds}` : `${sign}${minutes}:${seconds}`;
}

/**
 * `31:42`, `1:07:35`, `0:03.5` and their negatives (− or -) to milliseconds; null for anything else. Minutes may
 * exceed 59 only when no hours stand before them, as in `90:00`.
 */
export function parseCallTime(text: string): number | null {
  const match = /^([−-]?)(?:(\d{1,4}):)?(\d{1,4}):(\d{2})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (match === null) return null;
  const [, sign, hours, minutes, seconds, fraction = ''] = match;
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return null;
  const wholeSeconds = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  const ms = wholeSeconds * 1000 + Number(fraction.padEnd(3, '0'));
  return sign === '' || ms === 0 ? ms : -ms;
}

/** The same to be read aloud: “26 minutes 40”, “1 hour 7 minutes 35”, “12 seconds”. Whole seconds, cut off. */
export function spokenCallTime(ms: number): string {
  const totalSeconds = Math.floor(Math.abs(ms) / 1000);
  const hours = Math.floor(totalSeconds / 3600);
  const minutes = Math.floor(totalSeconds / 60) % 60;
  const seconds = totalSeconds % 60;
  const words = [
    ms < 0 && totalSeconds > 0 ? 'minus' : '',
    hours === 0 ? '' : counted(hours, 'hour'),
    minutes === 0 ? '' : counted(minutes, 'minute'),
    totalSeconds < 60 ? counted(seconds, 'second') : seconds === 0 ? '' : String(seconds),
  ];
  return words.filter((word) => word !== '').join(' ');
}

function counted(count: number, of: string): string {
  return `${count} ${of}${count === 1 ? '' : 's'}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
