import { expect, it } from 'vitest';
import { readTranscript } from '../transcripts/detect.ts';
import type { Turn } from '../transcripts/transcript.ts';
import { type TranscriptExport, transcriptMarkdown } from './transcript-export.ts';

const turn = (speaker: string, startMs: number, text: string): Turn => ({
  speaker,
  startMs,
  endMs: null,
  text,
  cues: [],
});
const turns = [
  turn('Ines', 61_000, 'How do you count?'),
  turn('Rowan', 65_000, 'By hand: a lot of it, twice.'),
  turn('Ines', 3_723_000, 'Why?'),
  turn('Rowan', 3_730_000, 'The till lies, often.'),
];
const words: TranscriptExport = {
  source: 'earshot:transcript/i1',
  title: 'Rowan',
  workspaceName: 'Larder',
  date: '2026-11-24T08:30:00Z',
  exportedAt: '2026-11-25T08:30:00Z',
  original: 'a'.repeat(64),
  turns,
  corrections: new Map(),
  offsetMs: 0,
  isApproximate: false,
};

it('is read back from Markdown as the same turns, speakers and times', () => {
  const read = readTranscript(new TextEncoder().encode(transcriptMarkdown(words)));
  expect(
    read.ok
      ? read.value.turns.map(({ speaker, startMs, text }) => ({ speaker, startMs, text }))
      : read.error.message,
  ).toEqual(turns.map(({ speaker, startMs, text }) => ({ speaker, startMs, text })));
});
