import { expect, it } from 'vitest';
import { lookAtTranscript } from './look-at-transcript.ts';
import type { Transcript, Turn } from './transcript.ts';

function turn(speaker: string | null, text: string, startMs: number | null = null): Turn {
  return { speaker, startMs, endMs: null, text, cues: [] };
}

function transcript(turns: readonly Turn[]): Transcript {
  const names = [...new Set(turns.flatMap(({ speaker }) => speaker ?? []))];
  const speakers = names.map((name) => ({ name, turns: 1, words: 1, questions: 0 }));
  return { format: 'webvtt', speakers, turns, approximate: false, warnings: [], otherReadings: [] };
}

it('counts turns and words, and knows the end although the last turn has no time', () => {
  const look = lookAtTranscript(
    transcript([turn('A', 'one two', 5_000), turn(null, 'three', 9_000), turn('A', 'four')]),
  );
  expect(look).toMatchObject({ turns: 3, words: 4, lengthMs: 9_000 });
  expect(lookAtTranscript(transcript([turn('A', 'hi')])).lengthMs).toBeNull();
});

it('shows the longest of the first lines of each speaker, shortened', () => {
  const early = [turn('A', 'Hi.'), turn('B', 'Hello there.'), turn('A', 'x'.repeat(300))];
  const many = Array.from({ length: 7 }, () => turn('B', 'Yes.'));
  const look = lookAtTranscript(transcript([...early, ...many, turn('B', 'Longer, but said too late.')]));
  expect(look.speakers.map(({ sample }) => sample)).toEqual([`${'x'.repeat(159)}…`, 'Hello there.']);
});

it('looks at as many speakers as there are turns', () => {
  const crowd = transcript(Array.from({ length: 200_000 }, (_, at) => turn(`Speaker ${at}`, `line ${at}`)));
  expect(lookAtTranscript(crowd).speakers.at(-1)?.sample).toBe('line 199999');
});
