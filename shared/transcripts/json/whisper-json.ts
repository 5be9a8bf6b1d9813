// Whisper and its many children: openai-whisper, faster-whisper, whisperX, whisper.cpp, transformers. Told apart by
// their lists: `segments` in seconds, `transcription` in milliseconds, `chunks` with pairs of seconds.

import type { JsonEntry, JsonReader } from './json-entry.ts';
import { checkMs, field, listField, numberOf, secondsToMs, speakerOf, textOf } from './json-fields.ts';

export const readWhisperJson: JsonReader = (document) => {
  const segments = listField(document, 'segments');
  if (segments?.some((one) => field(one, 'text') !== undefined && numberOf(field(one, 'start')) !== null))
    return segments.flatMap(readSegment);
  const transcription = listField(document, 'transcription');
  if (transcription?.some((one) => field(one, 'offsets', 'timestamps') !== undefined))
    return transcription.flatMap(readCppSegment);
  const chunks = pick(listField(document, 'speakers'), listField(document, 'chunks'));
  return chunks?.flatMap(readChunk) ?? null;
};

/** whisperX may name a speaker for each word; where they differ inside a segment, it is cut there. */
function readSegment(segment: unknown): readonly JsonEntry[] {
  const whole: JsonEntry = {
    speaker: speakerOf(field(segment, 'speaker')),
    startMs: secondsToMs(field(segment, 'start')),
    endMs: secondsToMs(field(segment, 'end')),
    text: textOf(field(segment, 'text')) ?? '',
  };
  if (whole.text === '') return [];
  const words = listField(segment, 'words') ?? [];
  const names = new Set(words.flatMap((word) => speakerOf(field(word, 'speaker')) ?? []));
  if (names.size < 2) return [{ ...whole, speaker: whole.speaker ?? [...names][0] ?? null }];
  return splitBySpeaker(words, whole);
}

function splitBySpeaker(words: readonly unknown[], whole: JsonEntry): readonly JsonEntry[] {
  const entries: { speaker: string | null; startMs: number | null; endMs: number | null; words: string[] }[] =
    [];
  for (const word of words) {
    const text = textOf(field(word, 'word', 'text'));
    if (text === null) continue;
    // A numeral has neither time nor speaker: it belongs to the words before it.
    const speaker = speakerOf(field(word, 'speaker')) ?? entries.at(-1)?.speaker ?? whole.speaker;
    const [startMs, endMs] = [secondsToMs(field(word, 'start')), secondsToMs(field(word, 'end'))];
    const open = entries.at(-1);
    if (open !== undefined && open.speaker === speaker) {
      open.words.push(text);
      open.endMs = endMs ?? open.endMs;
    } else entries.push({ speaker, startMs: startMs ?? open?.endMs ?? whole.startMs, endMs, words: [text] });
  }
  return entries.map(({ words: spoken, ...entry }) => ({ ...entry, text: spoken.join(' ') }));
}

/** `offsets` are milliseconds; tokens such as `[_BEG_]` are no words, and `text` is already free of them. */
function readCppSegment(segment: unknown): readonly JsonEntry[] {
  const text =
    textOf(field(segment, 'text'))
      ?.replace(/\[_[A-Z]+_(?:\d+)?\]/g, '')
      .trim() ?? '';
  if (text === '') return [];
  const offsets = field(segment, 'offsets');
  return [
    {
      speaker: speakerOf(field(segment, 'speaker')),
      startMs: checkMs(numberOf(field(offsets, 'from')) ?? Number.NaN),
      endMs: checkMs(numberOf(field(offsets, 'to')) ?? Number.NaN),
      text,
    },
  ];
}

/** The last end is often null, and means that it is not known. */
function readChunk(chunk: unknown): readonly JsonEntry[] {
  const text = textOf(field(chunk, 'text'));
  const [start, end] = listField(chunk, 'timestamp') ?? [];
  if (text === null) return [];
  const speaker = speakerOf(field(chunk, 'speaker'));
  return [{ speaker, startMs: secondsToMs(start), endMs: secondsToMs(end), text }];
}

function pick(...lists: readonly (readonly unknown[] | null)[]): readonly unknown[] | null {
  return lists.find((list) => list?.some((one) => listField(one, 'timestamp') !== null)) ?? null;
}
