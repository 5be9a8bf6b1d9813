// Text as the call tools write or show it, each in the shape it was seen in.
import { describe, expect, it } from 'vitest';
import { readOk, turnLines, warningKinds } from '../testing/read-ok.ts';
import { documentText } from './document-text.ts';

function skipped(text: string): (number | null)[] {
  return readOk(text)
    .warnings.filter(({ kind }) => kind === 'skipped-text')
    .map(({ line }) => line);
}

describe('times of day', () => {
  it('of Zoom’s saved captions become offsets, over midnight too', () => {
    const transcript = readOk('[Alice] 23:59:50\nHello\n\n[Bob Lee] 00:00:05\nHi.\nGood.\n');
    expect(transcript.format).toBe('clock-text');
    expect(turnLines(transcript)).toEqual(['Alice 0-?: Hello', 'Bob Lee 15000-?: Hi. Good.']);
    expect(transcript.otherReadings).toEqual([]);
  });

  it.each([
    ['half days', 'Anna 11:59 AM\nHi.\nBen 12:01 PM\nHello.', 120_000],
    ['half days in front', '[11:59:50 AM] Anna: Hi.\n[12:00:00 PM] Ben: Hello.', 10_000],
    ['dates', '2026-04-01 20:31:29 Anna: Hi.\n2026-04-01 20:31:39 Ben: Hello.', 10_000],
    ['dates over midnight', '[2026-04-01T23:59:59Z] Anna: Hi.\n[2026-04-02T00:00:09Z] Ben: Hello.', 10_000],
  ])('with %s', (_name, text, second) => {
    expect(turnLines(readOk(text))).toEqual(['Anna 0-?: Hi.', `Ben ${second}-?: Hello.`]);
  });

  it('are offered beside the other reading where both fit', () => {
    const transcript = readOk('[Alice] 00:10:00\nHello\n\n[Bob] 00:10:05\nHi.\n');
    expect([transcript.format, transcript.otherReadings]).toEqual(['plain-text', ['clock-text']]);
    expect(transcript.turns[0]?.startMs).toBe(600_000);
  });
});

describe('Google Meet documents', () => {
  const MEET = [
    '📝 Notes',
    'Apr 24, 2026',
    'Summary: they talked.',
    '',
    'Apr 24, 2026',
    'Round Up Call - Transcript',
    '00:00:00',
    '',
    'Michael Maibach: goal is here.',
    'Casey Boone: Yeah, it is so.',
    "Ramsey Jamoul's Presentation: Slide one",
    '00:01:00',
    '',
    'Michael Maibach: Good.',
    'Transcription ended after 00:02:00',
    '',
    'This editable transcript was computer generated and might contain errors.',
  ].join('\n');

  it('have one stamp a block; times between are estimated and said to be', () => {
    const transcript = readOk(MEET);
    expect(transcript.format).toBe('meet-document');
    expect(transcript.turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Michael Maibach', 'goal is here.'],
      ['Casey Boone', 'Yeah, it is so.'],
      ['Michael Maibach', 'Good.'],
    ]);
    const [, second, third] = transcript.turns;
    expect(second?.startMs).toBeGreaterThan(20_000);
    expect(second?.startMs).toBeLessThan(40_000);
    expect(third?.startMs).toBe(60_000);
    expect(transcript.approximate).toBe(true);
    expect(warningKinds(transcript)).toContain('estimated-times');
    expect(skipped(MEET)).toEqual([1, 11, 15]);
  });

  it('may be Markdown', () => {
    const transcript = readOk(
      '# Call - Transcript\n\n### 00:00:53\n\n**Anna Lee:** Hi.\n**Ben:** Oh.\n\n### 00:01:53\n\n**Anna Lee:** So.\n',
    );
    expect(transcript.format).toBe('meet-document');
    expect(
      transcript.turns.map(({ speaker, startMs }) => [speaker, startMs === null ? null : startMs >= 53_000]),
    ).toEqual([
      ['Anna Lee', true],
      ['Ben', true],
      ['Anna Lee', true],
    ]);
  });
});

describe('Teams', () => {
  it('copied from its side pane repeats the label on every line', () => {
    const pane = [
      'Transcript',
      'AL',
      'Ann Lee',
      '0 minutes 3 seconds0:03',
      'Ann Lee 0 minutes 3 seconds',
      'How do you',
      'Ann Lee 0 minutes 5 seconds',
      'order?',
      'AI-generated content may be incorrect',
      'Okafor, Ben',
      '1 hour 2 minutes 3 seconds1:02:03',
      'Okafor, Ben 1 hour 2 minutes 3 seconds',
      'By phone.',
    ].join('\n');
    const transcript = readOk(pane);
    expect(transcript.format).toBe('teams-pane');
    expect(turnLines(transcript)).toEqual([
      'Ann Lee 3000-?: How do you order?',
      'Okafor, Ben 3723000-?: By phone.',
    ]);
    expect(skipped(pane)).toEqual([1, 9]);
  });

  it('stores a turn of a document as one paragraph with line breaks', () => {
    const text = documentText([
      'Weekly sync',
      'December 17, 2025, 7:04PM',
      '56m 41s',
      '',
      'Erickson, James started transcription',
      '\nErickson, James   0:09\nHow was it?\nTell me.',
      '\nOkafor, Rowan   1:02:15\nFine.',
      'Erickson, James stopped transcription',
    ]);
    const transcript = readOk(text);
    expect(turnLines(transcript)).toEqual([
      'Erickson, James 9000-?: How was it? Tell me.',
      'Okafor, Rowan 3735000-?: Fine.',
    ]);
    expect(warningKinds(transcript).filter((kind) => kind !== 'skipped-text')).toEqual(['missing-end']);
  });

  it('of old has caption times in a document', () => {
    const text = documentText([
      '0:0:0.0 --> 0:0:1.510\nSome Body\nOK. Yeah.',
      '0:0:3.0 --> 0:0:4.10\nSome Body\nRight.',
      '0:0:4.0 --> 0:0:6.0\nOther One\nBye.',
      '0:0:6.0 --> 0:0:7.0\nOther One\nOh.',
    ]);
    expect(turnLines(readOk(text))).toEqual([
      'Some Body 0-4010: OK. Yeah. Right.',
      'Other One 4000-7000: Bye. Oh.',
    ]);
  });
});

describe('others', () => {
  it('Fathom puts marks inside a turn; words after the link are speech again', () => {
    const text = [
      'Call with Ann',
      'VIEW RECORDING - 45 mins (No highlights): https://fathom.video/x',
      '',
      '---',
      '',
      '0:08 - Ann Lee (Acme)',
      '  We order by phone.',
      '  ACTION ITEM: send the list - WATCH: https://fathom.video/x?t=1 And then I wait.',
      '0:20 - Bo',
      '  SCREEN SHARING: Bo started sharing - WATCH: https://fathom.video/x?t=2',
      '  Right.',
    ].join('\n');
    expect(turnLines(readOk(text))).toEqual([
      'Ann Lee (Acme) 8000-?: We order by phone. And then I wait.',
      'Bo 20000-?: Right.',
    ]);
  });

  it('Otter names nobody where nobody is known', () => {
    const transcript = readOk(
      'Unknown Speaker  0:03  \nHi.\n\nAnn  0:09  \nOh.\n\nUnknown Speaker  1:00:15  \nSo.\n\nTranscribed by https://otter.ai',
    );
    expect(turnLines(transcript)).toEqual(['? 3000-?: Hi.', 'Ann 9000-?: Oh.', '? 3615000-?: So.']);
  });

  it.each([
    [
      'a role in brackets',
      '[00:01:02] Anna (Host): Hi.\n[00:01:05] Ben (Guest): Hello.',
      ['Anna (Host)', 'Ben (Guest)'],
    ],
    ['capitals above the words', 'ANNA LEE 1:02\nHi.\nBEN OH 1:05\nHello.', ['ANNA LEE', 'BEN OH']],
    ['HTML', '<p><b>Anna:</b> Hi.</p>\n<p><b>Ben:</b> Hello.</p>\n<p><b>Anna:</b> So.</p>', ['Anna', 'Ben']],
    ['Markdown quotes', '> **Anna** (01:02): Hi.\n>\n> **Ben** (01:05): Hello.', ['Anna', 'Ben']],
    ['Markdown headings', '## Anna (01:02)\n\nHi.\n\n## Ben (01:05)\n\nHello.', ['Anna', 'Ben']],
    ['Markdown bullets', '- **Anna**: Hi.\n- **Ben**: Hello.\n- **Anna**: So.', ['Anna', 'Ben']],
    [
      'a link on the time',
      '[00:01:02](https://a.b/?t=62) **Anna:** Hi.\n[00:01:05](https://a.b/?t=65) **Ben:** Hello.',
      ['Anna', 'Ben'],
    ],
    ['a time in the middle', 'Anna [00:01:02]: Hi.\nBen [00:01:05]: Hello.', ['Anna', 'Ben']],
    ['time, line, name', '00:01:02\nAnna: Hi.\n00:01:05\nBen: Hello.', ['Anna', 'Ben']],
    ['a bar', 'Anna | 01:02\nHi.\n\nBen | 01:05\nHello.', ['Anna', 'Ben']],
    ['frames of a second', '00:01:02:12 Anna: Hi.\n00:01:05:00 Ben: Hello.', ['Anna', 'Ben']],
  ])('%s', (_name, text, names) => {
    const transcript = readOk(text);
    expect(transcript.speakers.map(({ name }) => name)).toEqual(names);
    expect(transcript.turns[0]?.text).toBe('Hi.');
  });
});
