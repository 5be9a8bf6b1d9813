// JSON of a tool that nobody here has seen: the list whose objects hold most words, read by what its keys are called.
// Times in milliseconds are told from seconds by how fast people would have to talk.
import { parseTimestamp } from '../timestamp.ts';
import type { JsonEntry, JsonReader } from './json-entry.ts';
import { checkMs, field, isObject, numberOf, speakerOf, textOf } from './json-fields.ts';

const TEXT_KEYS = [
  'text',
  'transcript',
  'content',
  'sentence',
  'utterance',
  'words',
  'value',
  'caption',
  'body',
  'message',
];
const SPEAKER_KEYS = [
  ...[
    'speaker',
    'speaker_name',
    'speakerName',
    'speaker_label',
    'speakerLabel',
    'name',
    'participant',
    'author',
  ],
  ...['user', 'from', 'role', 'who', 'Speaker', 'speaker_id', 'speakerId', 'channel'],
];
const START_KEYS = [
  ...[
    'start',
    'start_time',
    'startTime',
    'start_timestamp',
    'startTimestamp',
    'startMs',
    'start_ms',
    'begin',
  ],
  ...['timestamp', 'time', 'offset', 'ts', 'start_seconds', 'startSeconds'],
];
const END_KEYS = [
  ...['end', 'end_time', 'endTime', 'end_timestamp', 'endTimestamp', 'endMs', 'end_ms', 'stop', 'end_ts'],
  ...['end_seconds', 'endSeconds'],
];
const MAX_LISTS = 2_000;
/** People say one word or more a second; a thousandth of that means that seconds were milliseconds. */
const SLOWEST_WORDS_PER_SECOND = 0.03;

export const readGenericJson: JsonReader = (document) => {
  const list = bestList(document);
  if (list === null) return null;
  const starts = list.map((one) => field(one, ...START_KEYS));
  const unitMs = guessUnit(list, starts);
  const clockStart = starts.map(dateMs).find((ms) => ms !== null) ?? null;
  return list.flatMap((one): readonly JsonEntry[] => {
    const text = spokenText(one);
    if (text === null) return [];
    const read = (keys: readonly string[]): number | null =>
      readTime(field(one, ...keys), unitMs, clockStart);
    return [
      {
        speaker: speakerOf(field(one, ...SPEAKER_KEYS)),
        startMs: read(START_KEYS),
        endMs: read(END_KEYS),
        text,
      },
    ];
  });
};

function spokenText(entry: unknown): string | null {
  const written = field(entry, ...TEXT_KEYS);
  if (!Array.isArray(written)) return textOf(written);
  return textOf(written.map((word) => textOf(field(word, 'text', 'word', 'value')) ?? '').join(' '));
}

interface FoundList {
  readonly list: readonly unknown[];
  readonly score: number;
  readonly place: string;
}

/**
 * Lists are searched breadth first; one that names speakers wins over one that does not. Null, too, when others stand
 * in the same place beside it: a file with many conversations must not come in as one of them.
 */
function bestList(document: unknown): readonly unknown[] | null {
  const queue: { readonly value: unknown; readonly place: string }[] = [{ value: document, place: '' }];
  const found: FoundList[] = [];
  for (let index = 0; index < queue.length && index < MAX_LISTS; index += 1) {
    const { value, place } = queue[index] ?? { value: null, place: '' };
    if (Array.isArray(value)) {
      const score = scoreList(value);
      if (score > 0) found.push({ list: value, score, place });
      for (const one of value.slice(0, 50))
        if (isNested(one)) queue.push({ value: one, place: `${place}/*` });
    } else if (isObject(value)) {
      for (const [key, one] of Object.entries(value).slice(0, 200))
        if (isNested(one)) queue.push({ value: one, place: `${place}/${key}` });
    }
  }
  const best = found.reduce<FoundList | null>(
    (most, one) => (one.score > (most?.score ?? 0) ? one : most),
    null,
  );
  if (best === null || found.filter(({ place }) => place === best.place).length > 1) return null;
  return best.list;
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function scoreList(list: readonly unknown[]): number {
  const texts = list.map(spokenText);
  const spoken = texts.filter((text) => text !== null);
  if (spoken.length === 0 || spoken.length * 2 < list.length) return 0;
  const hasSpeakers = list.some((one) => speakerOf(field(one, ...SPEAKER_KEYS)) !== null);
  const hasTimes = list.some((one) => field(one, ...START_KEYS) !== undefined);
  // Texts alone may be anything: a list of comments, of titles, of translations.
  if (!hasSpeakers && !hasTimes) return 0;
  const characters = spoken.reduce((sum, text) => sum + text.length, 0);
  // One word at a time is the recogniser's raw list; the sentences stand elsewhere.
  const isWords = spoken.every((text) => !text.includes(' ')) && spoken.length > 3;
  return characters * (hasSpeakers ? 2 : 1) * (isWords ? 0.1 : 1);
}

function guessUnit(list: readonly unknown[], starts: readonly unknown[]): 1 | 1000 {
  const keys = [...START_KEYS, ...END_KEYS].filter((key) =>
    list.some((one) => field(one, key) !== undefined),
  );
  if (keys.some((key) => /ms$/i.test(key))) return 1;
  const numbers = starts.flatMap((start) => numberOf(start) ?? []);
  const ends = list.flatMap((one) => numberOf(field(one, ...END_KEYS)) ?? []);
  const span = largest([...numbers, ...ends]) - (numbers[0] ?? 0);
  if ([...numbers, ...ends].some((value) => !Number.isInteger(value)) || span <= 0) return 1000;
  const words = list.reduce<number>((sum, one) => sum + (spokenText(one)?.split(' ').length ?? 0), 0);
  return words / span < SLOWEST_WORDS_PER_SECOND ? 1 : 1000;
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, value) => Math.max(most, value), 0);
}

function readTime(value: unknown, unitMs: 1 | 1000, clockStart: number | null): number | null {
  const nested = isObject(value) ? field(value, 'relative', 'seconds', 'start') : value;
  const number = numberOf(nested);
  if (number !== null) return checkMs(number * unitMs);
  const date = dateMs(nested);
  if (date !== null) return clockStart === null ? null : checkMs(date - clockStart);
  return typeof nested === 'string' ? parseTimestamp(nested.trim(), 'decimal') : null;
}

function dateMs(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T/.test(value)) return null;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? null : ms;
}
