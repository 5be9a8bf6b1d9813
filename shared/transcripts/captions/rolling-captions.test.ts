import { describe, expect, it } from 'vitest';
import { readOk, turnLines, warningKinds } from '../testing/read-ok.ts';

describe('captions that roll', () => {
  it('lose their repeats and keep their own times', () => {
    const transcript = readOk(
      [
        'WEBVTT',
        'Kind: captions',
        'Language: en',
        '',
        '00:00:00.160 --> 00:00:02.310 align:start position:0%',
        ' ',
        'so<00:00:00.400><c> this</c><00:00:00.600><c> is</c>',
        '',
        '00:00:02.310 --> 00:00:02.320 align:start position:0%',
        'so this is',
        ' ',
        '',
        '00:00:02.320 --> 00:00:04.000 align:start position:0%',
        'so this is',
        'yeah<00:00:02.500><c> yeah</c>',
        '',
        '00:00:04.000 --> 00:00:04.010 align:start position:0%',
        'yeah yeah',
        ' ',
        '',
        '00:00:04.010 --> 00:00:06.000 align:start position:0%',
        'yeah yeah',
        'yeah<00:00:04.500><c> right</c>',
        '',
      ].join('\n'),
    );
    expect(transcript.turns.flatMap(({ cues }) => cues)).toEqual([
      { startMs: 160, endMs: 2310, text: 'so this is' },
      { startMs: 2320, endMs: 4000, text: 'yeah yeah' },
      { startMs: 4010, endMs: 6000, text: 'yeah right' },
    ]);
    expect(warningKinds(transcript)).toEqual(['rolling-captions', 'no-speakers']);
  });

  it('are told from talk that repeats itself', () => {
    const transcript = readOk(
      'WEBVTT\n\n00:01.000 --> 00:02.000\nyeah, yeah\n\n00:02.000 --> 00:03.000\nyeah, yeah\n\n00:03.000 --> 00:04.000\nyeah, yeah and so\n',
    );
    expect(turnLines(transcript)).toEqual(['? 1000-4000: yeah, yeah yeah, yeah yeah, yeah and so']);
  });
});

describe('SBV', () => {
  it('has one digit for hours and a comma between the times', () => {
    const transcript = readOk(
      '0:00:01.010,0:00:07.680\nAnna: Hi[br]there.\n\n0:00:08.000,0:00:09.000\nAnna: So.\n',
    );
    expect(transcript.format).toBe('sbv');
    expect(turnLines(transcript)).toEqual(['Anna 1010-9000: Hi there. So.']);
  });
});

describe('a name in brackets on its own line', () => {
  it('changes the speaker inside a caption', () => {
    const transcript = readOk(
      'WEBVTT\n\n00:01.000 --> 00:04.000\n(Alice)\nHi there.\n-\n \n(Bob)\nHi.\n\n00:04.000 --> 00:06.000\nHow so?\n\n00:06.000 --> 00:08.000\n(Alice)\nWell.\n(Laughter)\n',
    );
    expect(transcript.turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Alice', 'Hi there.'],
      ['Bob', 'Hi. How so?'],
      ['Alice', 'Well. (Laughter)'],
    ]);
  });
});
