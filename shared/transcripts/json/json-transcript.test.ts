import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTranscriptText } from '../detect.ts';
import { readOk, turnLines, warningKinds } from '../testing/read-ok.ts';
import { JSON_FORMATS } from './json-transcript.ts';

function json(value: unknown): string {
  return JSON.stringify(value);
}

describe('reading JSON of recognisers', () => {
  it('reads Whisper: leading blanks, empty segments, words without length', () => {
    const transcript = readOk(
      '{"text":"x","segments":[{"id":29,"start":193.12,"end":194.8,"text":" Ja, ja.","words":[{"word":" Ja,","start":193.12,"end":193.12,"probability":0.9}]},{"id":30,"start":194.8,"end":195,"text":" "},{"id":31,"start":195,"end":196.5,"text":" So."}]}',
    );
    expect(transcript.format).toBe('whisper-json');
    expect(turnLines(transcript)).toEqual(['? 193120-196500: Ja, ja. So.']);
  });

  it('reads whisperX: a speaker for each word, and numerals without times', () => {
    const word = (text: string, start: number | null, speaker?: string) => ({
      word: text,
      ...(start === null ? {} : { start, end: start + 0.2, score: 0.7 }),
      ...(speaker === undefined ? {} : { speaker }),
    });
    const transcript = readOk(
      json({
        segments: [
          {
            start: 416,
            end: 417,
            text: ' na 1',
            speaker: 'SPEAKER_00',
            words: [word('na', 416, 'SPEAKER_00'), word('1', null)],
          },
          {
            start: 420,
            end: 422,
            text: ' Yes No 2',
            words: [word('Yes', 420, 'SPEAKER_00'), word('No', 421, 'SPEAKER_01'), word('2', null)],
          },
        ],
      }),
    );
    expect(turnLines(transcript)).toEqual([
      'SPEAKER_00 416000-420200: na 1 Yes',
      'SPEAKER_01 421000-421200: No 2',
    ]);
  });

  it('reads whisper.cpp: milliseconds beside times as text, tokens that are no words', () => {
    const transcript = readOk(
      json({
        transcription: [
          {
            timestamps: { from: '00:00:01,500', to: '00:00:03,000' },
            offsets: { from: 1500, to: 3000 },
            text: ' [_BEG_] Hi there.[_TT_75]',
            speaker: '0',
          },
        ],
      }),
    );
    expect(turnLines(transcript)).toEqual(['Speaker 0 1500-3000: Hi there.']);
  });

  it('reads transformers: pairs of seconds, the last end unknown', () => {
    const transcript = readOk(
      json({
        text: 'x',
        speakers: [],
        chunks: [
          { timestamp: [0, 2.5], text: ' One.' },
          { timestamp: [2.5, null], text: ' Two.' },
        ],
      }),
    );
    expect(transcript.format).toBe('whisper-json');
    expect(transcript.turns.flatMap(({ cues }) => cues)).toEqual([
      { startMs: 0, endMs: 2500, text: 'One.' },
      { startMs: 2500, endMs: null, text: 'Two.' },
    ]);
    expect(transcript.approximate).toBe(true);
  });

  it('names a phrase that repeats in silence, and keeps it', () => {
    const segments = Array.from({ length: 8 }, (_, index) => ({
      start: index * 30,
      end: index * 30 + 30,
      text: ' Thank you.',
    }));
    const transcript = readOk(
      json({ segments: [...segments, { start: 240, end: 241, text: 'Transcribed by https://otter.ai' }] }),
    );
    expect(warningKinds(transcript).filter((kind) => kind === 'repeated-words')).toHaveLength(2);
    expect(transcript.turns.map(({ text }) => text).join(' ')).toContain('Thank you. Thank you.');
    expect(transcript.turns.at(-1)?.text).toContain('https://otter.ai');
  });
});

describe('reading JSON of call tools', () => {
  it('reads Rev: values are concatenated', () => {
    const element = (value: string, ts: number) => ({ type: 'text', value, ts, end_ts: ts + 0.1 });
    const punct = (value: string) => ({ type: 'punct', value });
    const transcript = readOk(
      json({
        monologues: [
          { speaker: 1, elements: [element('Just', 16.71), punct(' '), element('us', 17), punct('.')] },
          { speaker: 0, elements: [element('Don', 18), punct("'"), element('t', 18.2)] },
        ],
        speakers: [{ id: 0, name: 'Okafor, Rowan' }],
      }),
    );
    expect(transcript.format).toBe('rev-json');
    expect(turnLines(transcript)).toEqual([
      'Speaker 1 16710-17100: Just us.',
      "Okafor, Rowan 18000-18300: Don't",
    ]);
  });

  it('reads Fireflies, and a repeated chunk replaces the one before', () => {
    const sentence = (chunk: string, name: string, text: string, start: number) => ({
      chunk_id: chunk,
      speaker_name: name,
      speaker_id: 0,
      text,
      raw_text: text,
      start_time: start,
      end_time: start + 1,
    });
    const sentences = [
      sentence('a', 'Ann', 'How', 0),
      sentence('a', 'Ann', 'How come?', 0),
      sentence('b', 'Bo', 'So.', 2),
    ];
    for (const document of [{ data: { transcript: { sentences } } }, { sentences }, sentences]) {
      const transcript = readOk(json(document));
      expect(transcript.format).toBe('fireflies-json');
      expect(turnLines(transcript)).toEqual(['Ann 0-1000: How come?', 'Bo 2000-3000: So.']);
    }
  });

  it('reads tl;dv', () => {
    const transcript = readOk(
      json({ id: 'x', data: [{ speaker: 'Zoë Ünal', text: 'Hi', startTime: 5, endTime: 8.5 }] }),
    );
    expect(transcript.format).toBe('tldv-json');
    expect(turnLines(transcript)).toEqual(['Zoë Ünal 5000-8500: Hi']);
  });

  const item = (source: string, text: string, second: number, isFinal = true) => ({
    document_id: 'd',
    source,
    text,
    is_final: isFinal,
    start_timestamp: `2025-10-01T10:00:0${second}.000Z`,
    end_timestamp: `2025-10-01T10:00:0${second + 1}.000Z`,
  });

  it('reads Granola: JSON inside a JSON text, times of day, drafts of a sentence', () => {
    const items = [
      item('microphone', 'How', 1, false),
      item('microphone', 'How so?', 1),
      item('system', 'Well.', 3),
    ];
    const transcript = readOk(json({ cache: json({ state: { transcripts: { d: items } } }) }));
    expect(transcript.format).toBe('granola-json');
    expect(turnLines(transcript)).toEqual(['microphone 0-1000: How so?', 'system 2000-3000: Well.']);
  });

  it('refuses a Granola cache of several calls, and says how many', () => {
    const cache = {
      state: { transcripts: { a: [item('system', 'One.', 1)], b: [item('system', 'Two.', 1)] } },
    };
    expect(readTranscriptText(json({ cache: json(cache) }))).toMatchObject({
      ok: false,
      error: { reason: 'unknown-format', message: expect.stringContaining('2 calls') },
    });
  });
});

describe('reading JSON of tools nobody here has seen', () => {
  it.each([
    [
      'milliseconds by the key',
      { items: [{ speakerName: 'Ann', startMs: 1000, endMs: 2000, content: 'Hi there.' }] },
    ],
    [
      'milliseconds by their size',
      {
        utterances: [{ speaker: 'Ann', start: 1000, end: 2000, text: 'Hi there.', words: [{ text: 'Hi' }] }],
      },
    ],
    ['times as text', [{ name: 'Ann', start: '00:00:01.000', end: '00:00:02.000', text: 'Hi there.' }]],
    [
      'words in a list',
      [
        {
          participant: { id: 3, name: 'Ann' },
          start_time: 1.0,
          end_time: 2.0,
          words: [{ text: 'Hi' }, { text: 'there.' }],
        },
      ],
    ],
  ])('%s', (_name, document) => {
    const said = readOk(json(document));
    expect(said.format).toBe('json');
    expect(turnLines(said)[0]).toMatch(/^Ann (?:1000-2000): Hi there\.$/);
  });

  it('reads one object a line', () => {
    expect(turnLines(readOk('{"speaker":"A","text":"One."}\n{"speaker":"B","text":"Two."}\n'))).toEqual([
      'A ?-?: One.',
      'B ?-?: Two.',
    ]);
  });

  it('refuses a file of many conversations instead of taking one of them', () => {
    const turns = [{ speaker: 'A', text: 'One.' }];
    expect(
      readTranscriptText(json({ domain: 'x', turns }).concat('\n', json({ domain: 'y', turns }))),
    ).toMatchObject({
      ok: false,
      error: { reason: 'unknown-format' },
    });
  });
});

describe('hostile JSON', () => {
  it.each([
    ['deep lists', '['.repeat(100_000), 'nested'],
    ['a deep object', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`, 'nested'],
    ['a cut file', '{"segments":[{"start":1,"end":2,"text":"Hel', 'ends in the middle'],
    ['a damaged one', '{"segments":[{"start":1,,"end":2}]}', 'damaged'],
    ['no words', '{"segments":[{"start":1,"end":2,"text":""}]}', 'no spoken lines'],
    ['something else', '{"name":"x","version":"1.0.0"}', 'not one list'],
  ])('%s is refused by name', (_name, text, words) => {
    const result = readTranscriptText(text);
    expect(result.ok ? '' : result.error.message).toContain(words);
  });

  it('keeps keys such as __proto__ from meaning anything', () => {
    const transcript = readOk(
      '{"segments":[{"start":1,"end":2,"text":"Hi","__proto__":{"speaker":"Eve"},"constructor":1}]}',
    );
    expect(transcript.speakers).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'speaker')).toBe(false);
  });

  it('reads or refuses whatever the document is', () => {
    const keys = [
      'segments',
      'text',
      'start',
      'end',
      'speaker',
      'words',
      'monologues',
      'elements',
      'value',
      'sentences',
    ];
    const more = [
      'data',
      'startTime',
      'cache',
      'state',
      'transcripts',
      'transcription',
      'offsets',
      'chunks',
      'timestamp',
      '__proto__',
    ];
    const { document } = fc.letrec((tie) => ({
      document: fc.oneof(
        { maxDepth: 5, withCrossShrink: true },
        fc.constantFrom<unknown>(null, '', 'Hi there', 1, -3, 1e300, true, '2025-10-01T10:00:00Z', '00:01'),
        fc.array(tie('document'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys, ...more), tie('document'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(document, fc.constantFrom(undefined, ...JSON_FORMATS), (value, format) => {
        const result = readTranscriptText(json(value), { format });
        if (!result.ok) expect(result.error.message).not.toBe('');
        else expect(result.value.turns.length).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });
});
