// Reads fields of JSON that foreign programs wrote, without trusting any of them. Only a value's own fields count, so
// a key such as `__proto__` is a key like every other.

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of `keys` that the object itself has with a value. */
export function field(value: unknown, ...keys: readonly string[]): unknown {
  if (!isObject(value)) return undefined;
  for (const key of keys) {
    if (Object.hasOwn(value, key) && value[key] !== null && value[key] !== undefined) return value[key];
  }
  return undefined;
}

export function listField(value: unknown, ...keys: readonly string[]): readonly unknown[] | null {
  const found = field(value, ...keys);
  return Array.isArray(found) ? found : null;
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim() : null;
}

/** A number, or a text that is one. */
export function numberOf(value: unknown): number | null {
  const number =
    typeof value === 'string' && /^-?\d+(?:\.\d+)?s?$/.test(value) ? Number.parseFloat(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** Seconds to whole milliseconds; times before the start or beyond a month are none. */
export function secondsToMs(value: unknown): number | null {
  return checkMs((numberOf(value) ?? Number.NaN) * 1000);
}

export function checkMs(ms: number): number | null {
  return ms >= 0 && ms < 2_678_400_000 ? Math.round(ms) : null;
}

/** A name as the file writes it. A bare number names nobody: it becomes `Speaker 1`. */
export function speakerOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isInteger(value)) return `Speaker ${value}`;
  if (isObject(value)) {
    return speakerOf(
      field(value, 'name', 'display_name', 'displayName', 'speaker_name', 'label', 'source', 'id'),
    );
  }
  const name = textOf(value);
  if (name === null || name.length > 200 || /^unknown(?: speaker)?$/i.test(name)) return null;
  return /^\d{1,4}$/.test(name) ? `Speaker ${name}` : name;
}
