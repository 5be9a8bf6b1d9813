// Between the time an interview is planned for, as it is stored, and the text of a `datetime-local` field.

/** ISO 8601 to `2026-11-26T10:00` in this computer's time; empty for null and for what is no time. */
export function toFieldTime(plannedAt: string | null): string {
  const date = plannedAt === null ? null : new Date(plannedAt);
  if (date === null || Number.isNaN(date.getTime())) return '';
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(twoDigits).join('-');
  return `${day}T${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** The field's text to ISO 8601 with this computer's offset at that time; null when it is empty. */
export function fromFieldTime(text: string): string | null {
  const date = new Date(text);
  if (text === '' || Number.isNaN(date.getTime())) return null;
  const minutes = -date.getTimezoneOffset();
  const sign = minutes < 0 ? '-' : '+';
  const offset = Math.abs(minutes);
  return `${text.slice(0, 16)}:00${sign}${twoDigits(Math.floor(offset / 60))}:${twoDigits(offset % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
