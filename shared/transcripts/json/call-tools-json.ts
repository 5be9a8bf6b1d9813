// Fireflies and tl;dv: a list of sentences with a name and seconds, under keys of their own.
import type { JsonReader } from './json-entry.ts';
import { field, listField, secondsToMs, speakerOf, textOf } from './json-fields.ts';

/** Events of a running call repeat a `chunk_id`: the later one replaces the earlier one where it stood. */
export const readFirefliesJson: JsonReader = (document) => {
  const transcript =
    field(field(document, 'data'), 'transcript') ?? field(document, 'transcript') ?? document;
  const sentences = Array.isArray(document) ? document : listField(transcript, 'sentences');
  if (!sentences?.some((one) => field(one, 'speaker_name', 'chunk_id') !== undefined && hasTimes(one)))
    return null;
  const latest = new Map<unknown, unknown>();
  for (const [index, sentence] of sentences.entries()) {
    latest.set(field(sentence, 'chunk_id') ?? `at ${index}`, sentence);
  }
  return [...latest.values()].flatMap((sentence) => {
    const text = textOf(field(sentence, 'text')) ?? textOf(field(sentence, 'raw_text'));
    if (text === null) return [];
    return [
      {
        speaker: speakerOf(field(sentence, 'speaker_name')) ?? speakerOf(field(sentence, 'speaker_id')),
        startMs: secondsToMs(field(sentence, 'start_time')),
        endMs: secondsToMs(field(sentence, 'end_time')),
        text,
      },
    ];
  });
};

function hasTimes(sentence: unknown): boolean {
  return field(sentence, 'start_time') !== undefined;
}

export const readTldvJson: JsonReader = (document) => {
  const list = listField(document, 'data') ?? listField(field(document, 'transcript'), 'data');
  if (!list?.some((one) => field(one, 'startTime') !== undefined && field(one, 'text') !== undefined))
    return null;
  return list.flatMap((one) => {
    const text = textOf(field(one, 'text'));
    if (text === null) return [];
    return [
      {
        speaker: speakerOf(field(one, 'speaker')),
        startMs: secondsToMs(field(one, 'startTime')),
        endMs: secondsToMs(field(one, 'endTime')),
        text,
      },
    ];
  });
};
