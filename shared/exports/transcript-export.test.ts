import { describe, expect, it } from 'vitest';
import { readTranscript } from '../transcripts/detect.ts';
import type { Turn } from '../transcripts/transcript.ts';
import {
  readTranscriptSource,
  type TranscriptExport,
  transcriptMarkdown,
  transcriptWebVtt,
} from './transcript-export.ts';

const text = 'I still owe Brightsite. A *lot*.';
const turn: Turn = {
  speaker: 'Rowan',
  startMs: 61_000,
  endMs: 65_000,
  text,
  cues: [
    { startMs: 61_000, endMs: 63_000, text: 'I still owe Brightsite.' },
    { startMs: 63_000, endMs: 65_000, text: 'A *lot*.' },
  ],
};

const words: TranscriptExport = {
  source: 'earshot:transcript/i1',
  title: 'Rowan',
  workspaceName: 'Larder',
  date: '2026-11-24T08:30:00Z',
  exportedAt: '2026-11-25T08:30:00Z',
  original: 'a'.repeat(64),
  turns: [turn],
  corrections: new Map([[0, [{ id: 'c', from: 12, to: 22, text: 'Brightside' }]]]),
  offsetMs: 2_500,
  isApproximate: false,
};

describe('transcriptMarkdown', () => {
  it('shows corrected words with what the file says, in call time, and keeps signs of the text as signs', () => {
    expect(transcriptMarkdown(words)).toContain(
      String.raw`**Rowan** 01:03

I still owe Brightside [the file says “Brightsite”]. A \*lot\*.`,
    );
  });

  it('knows its own file', () => {
    expect(readTranscriptSource(transcriptMarkdown(words))).toBe('earshot:transcript/i1');
    expect(readTranscriptSource(transcriptWebVtt(words))).toBe('earshot:transcript/i1');
    expect(readTranscriptSource('WEBVTT\n\nNOTE mine\n')).toBeNull();
  });
});

describe('transcriptWebVtt', () => {
  it('says in a note what was corrected, and is read back as the corrected words', () => {
    const vtt = transcriptWebVtt(words);
    expect(vtt).toContain('NOTE Corrected words\n01:01 “Brightside”: the file says “Brightsite”');
    const read = readTranscript(new TextEncoder().encode(vtt));
    expect(read).toMatchObject({
      ok: true,
      value: { turns: [{ speaker: 'Rowan', startMs: 61_000, text: 'I still owe Brightside. A *lot*.' }] },
    });
  });

  it('is the same transcript when nothing was corrected', () => {
    const read = readTranscript(
      new TextEncoder().encode(transcriptWebVtt({ ...words, corrections: new Map() })),
    );
    expect(read).toMatchObject({ ok: true, value: { turns: [turn] } });
  });

  it('lets no correction break out of its note', () => {
    const hostile = new Map([
      [0, [{ id: 'c', from: 12, to: 22, text: 'x\n\n00:00.000 --> 00:01.000\n<v Eve>y' }]],
    ]);
    const read = readTranscript(
      new TextEncoder().encode(transcriptWebVtt({ ...words, corrections: hostile })),
    );
    expect(read).toMatchObject({ ok: true, value: { turns: [{ speaker: 'Rowan' }] } });
  });
});
