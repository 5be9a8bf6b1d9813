// Granola: items with times of day and one of two sources, the microphone and the computer. The old cache is JSON
// inside a JSON text; it may hold several calls, and which one is meant only a person can say.
import type { JsonEntry, JsonReader } from './json-entry.ts';
import { field, isObject, listField, speakerOf, textOf } from './json-fields.ts';
import { parseJson } from './parse-json.ts';

/** Null also when the cache holds more than one call; `countGranolaCalls` tells. */
export const readGranolaJson: JsonReader = (document) => {
  const calls = granolaCalls(document);
  const [only] = calls;
  if (only === undefined || calls.length > 1) return null;
  // A sentence that was still being recognised is followed by its final form.
  const final = only.filter((item) => field(item, 'is_final') !== false);
  const items = final.length > 0 ? final : only;
  const firstMs = items.reduce<number>(
    (least, item) => Math.min(least, timeOf(item, 'start') ?? least),
    Infinity,
  );
  return items.flatMap((item): readonly JsonEntry[] => {
    const text = textOf(field(item, 'text'));
    if (text === null) return [];
    const [startMs, endMs] = [timeOf(item, 'start'), timeOf(item, 'end')];
    return [
      {
        speaker: speakerOf(field(item, 'source')) ?? speakerOf(field(item, 'speaker')),
        startMs: startMs === null ? null : startMs - firstMs,
        endMs: endMs === null ? null : Math.max(0, endMs - firstMs),
        text,
      },
    ];
  });
};

export function countGranolaCalls(document: unknown): number {
  return granolaCalls(document).length;
}

function granolaCalls(document: unknown): readonly (readonly unknown[])[] {
  if (Array.isArray(document)) return document.some(isItem) ? [document] : [];
  const cache = field(document, 'cache');
  if (typeof cache === 'string') {
    const inner = parseJson(cache);
    return inner.ok && isObject(inner.value) ? granolaCalls(inner.value) : [];
  }
  if (isObject(cache)) return granolaCalls(cache);
  const transcripts = field(field(document, 'state'), 'transcripts') ?? field(document, 'transcripts');
  const lists = isObject(transcripts) ? Object.values(transcripts) : [listField(document, 'transcript')];
  return lists.filter((list) => Array.isArray(list)).filter((list) => list.some(isItem));
}

const SOURCES: ReadonlySet<unknown> = new Set(['microphone', 'system', 'speaker']);

function isItem(item: unknown): boolean {
  const source = field(item, 'source') ?? field(field(item, 'speaker'), 'source');
  return SOURCES.has(source) && timeOf(item, 'start') !== null;
}

function timeOf(item: unknown, end: 'start' | 'end'): number | null {
  const written = field(item, `${end}_timestamp`, `${end}_time`, `${end}Timestamp`);
  const ms = typeof written === 'string' ? Date.parse(written) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
}
