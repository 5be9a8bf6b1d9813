// Rev: monologues of elements. Their values are concatenated, because the blanks are elements of their own.
import type { JsonReader } from './json-entry.ts';
import { field, listField, secondsToMs, speakerOf } from './json-fields.ts';

export const readRevJson: JsonReader = (document) => {
  const monologues = listField(document, 'monologues');
  if (monologues === null) return null;
  const names = new Map(
    (listField(document, 'speakers') ?? []).map((one) => [field(one, 'id'), speakerOf(field(one, 'name'))]),
  );
  return monologues.flatMap((monologue) => {
    const elements = listField(monologue, 'elements') ?? [];
    const text = elements
      .map((element) => field(element, 'value'))
      .filter((value) => typeof value === 'string')
      .join('')
      .trim();
    if (text === '') return [];
    const speaker = field(monologue, 'speaker');
    const starts = elements.flatMap((element) => secondsToMs(field(element, 'ts')) ?? []);
    const ends = elements.flatMap((element) => secondsToMs(field(element, 'end_ts')) ?? []);
    return [
      {
        speaker: names.get(speaker) ?? speakerOf(speaker),
        startMs: starts[0] ?? null,
        endMs: ends.at(-1) ?? null,
        text,
      },
    ];
  });
};
