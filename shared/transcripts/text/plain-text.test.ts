import { describe, expect, it } from 'vitest';
import { readOk, turnLines, warningKinds } from '../testing/read-ok.ts';

describe('reading plain text', () => {
  it('reads names in front of words and joins the lines of one speaker', () => {
    const transcript = readOk('Anna: How was it?\nBen: Well: fine.\nBen: Really\nfine.\n\nAnna: Good.');
    expect(transcript.format).toBe('plain-text');
    expect(turnLines(transcript)).toEqual([
      'Anna ?-?: How was it?',
      'Ben ?-?: Well: fine. Really fine.',
      'Anna ?-?: Good.',
    ]);
    expect(transcript.turns[1]?.cues).toHaveLength(2);
    expect(transcript.approximate).toBe(true);
    expect(warningKinds(transcript)).toEqual(['no-times']);
  });

  it.each([
    ['time in brackets first', '[00:01:02] Anna: Hi.\n[00:01:05] Ben: Hello.'],
    ['bare time first', '01:02 Anna: Hi.\n01:05 Ben: Hello.'],
    ['time and dash first', '0:01:02 - Anna: Hi.\n0:01:05 - Ben: Hello.'],
    ['time in round brackets behind the name', 'Anna (01:02): Hi.\nBen (01:05): Hello.'],
    ['Rev', 'Anna (01:02):\nHi.\n\nBen (01:05):\nHello.'],
    ['Riverside', 'Anna (01:02.000)\nHi.\n\nBen (01:05.000)\nHello.'],
    ['Otter', 'Anna  1:02  \nHi.\n\nBen  1:05  \nHello.\n'],
    ['Happy Scribe', '[00:01:02.00] - Anna\nHi.\n\n[00:01:05.00] - Ben\nHello.'],
    ['Fathom', '1:02 - Anna\n  Hi.\n1:05 - Ben\n  Hello.'],
    ['a time on its own line', '### 00:01:02\n\n**Anna:** Hi.\n\n### 00:01:05\n\n**Ben:** Hello.'],
  ])('reads %s', (_name, text) => {
    const transcript = readOk(text);
    expect(turnLines(transcript)).toEqual(['Anna 62000-?: Hi.', 'Ben 65000-?: Hello.']);
    expect(warningKinds(transcript)).toEqual(['missing-end']);
  });

  it('reads a single turn in the manner of Otter', () => {
    expect(turnLines(readOk('Anna Schmidt  0:03  \nHi there.'))).toEqual(['Anna Schmidt 3000-?: Hi there.']);
  });

  it('keeps the paragraphs of a turn together', () => {
    const transcript = readOk('Anna  0:03\nOne.\n\nTwo.\n\nBen  0:09\nThree.');
    expect(turnLines(transcript)).toEqual(['Anna 3000-?: One. Two.', 'Ben 9000-?: Three.']);
  });

  it('leaves a time without a name unnamed where names stand above the words', () => {
    const transcript = readOk('Anna  0:03\nOne.\n\n0:15  \nTwo.\n\nAnna  0:20\nThree.');
    expect(transcript.turns.map(({ speaker }) => speaker)).toEqual(['Anna', null, 'Anna']);
  });

  it('reads times without names, with their ends where the file has them', () => {
    expect(
      turnLines(readOk('[00:00.000 --> 00:04.000]  Hello there.\n[00:09.000 --> 00:10.500]  Yes.')),
    ).toEqual(['? 0-4000: Hello there.', '? 9000-10500: Yes.']);
  });

  it('does not take an appointment for a time or a speaker', () => {
    const transcript = readOk(
      'Anna: When?\n10:30 Meeting: hello\nBen: Right.\nAnna: 11:00 PM it is.\nSee you at 10:30',
    );
    expect(transcript.turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Anna', 'When? 10:30 Meeting: hello'],
      ['Ben', 'Right.'],
      ['Anna', '11:00 PM it is. See you at 10:30'],
    ]);
  });

  it('does not take a label that stands once in prose for a speaker', () => {
    const text =
      'We met on Monday and talked.\nThe Plan: go on.\nIt went well for all of us.\nThe end was good.';
    expect(turnLines(readOk(text))).toEqual([`? ?-?: ${text.replaceAll('\n', ' ')}`]);
  });

  it('makes one turn of each pasted paragraph and invents nobody', () => {
    const transcript = readOk('I order on Sunday\nnight, mostly.\n\nAnd then I wait.');
    expect(turnLines(transcript)).toEqual([
      '? ?-?: I order on Sunday night, mostly.',
      '? ?-?: And then I wait.',
    ]);
    expect(warningKinds(transcript)).toEqual(['no-times', 'no-speakers']);
  });

  it('takes a name in lower case only where names are the rule', () => {
    const text = 'interviewer: How?\np1: Like this.\ninterviewer: And then?\np1: The thing: nothing.';
    expect(readOk(text).speakers.map(({ name }) => name)).toEqual(['interviewer', 'p1']);
  });

  it('leaves out titles, footers and shared screens, and says which lines', () => {
    const transcript = readOk(
      'Round Up Call - Transcript\n00:00:00\n\nMichael Maibach: goal is here.\nCasey Boone: Yeah.\nCasey Boone’s Presentation: Slide\n\nMichael Maibach: So.\n\nTranscription ended after 00:32:49',
    );
    expect(transcript.turns.map(({ text }) => text)).toEqual(['goal is here.', 'Yeah.', 'So.']);
    expect(transcript.warnings.filter(({ kind }) => kind === 'skipped-text').map(({ line }) => line)).toEqual(
      [1, 6, 10],
    );
  });

  it('keeps long words before the first name as speech of nobody known', () => {
    const transcript = readOk(
      'and so we went on to the next shop because the first one was shut.\nAnna: Oh.\nBen: Yes.\nAnna: Hm.',
    );
    expect(transcript.turns[0]).toMatchObject({
      speaker: null,
      text: expect.stringContaining('and so we went on'),
    });
  });
});
