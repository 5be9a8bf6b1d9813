import { describe, expect, it } from 'vitest';
import { readTranscriptText } from '../detect.ts';
import { readOk, turnLines, warningKinds } from '../testing/read-ok.ts';

function vtt(...lines: string[]): string {
  return ['WEBVTT', '', ...lines].join('\n');
}

describe('reading WebVTT', () => {
  it('takes the speaker from a voice tag, closed or not', () => {
    const transcript = readOk(
      vtt(
        '00:01.000 --> 00:02.000',
        '<v Ann Lee>Hi there.</v>',
        '',
        '00:02.500 --> 00:04.000',
        '<v.loud Bo>Hello,',
        'you.',
      ),
    );
    expect(transcript.format).toBe('webvtt');
    expect(turnLines(transcript)).toEqual(['Ann Lee 1000-2000: Hi there.', 'Bo 2500-4000: Hello, you.']);
    expect(transcript.approximate).toBe(false);
    expect(transcript.warnings).toEqual([]);
  });

  it('reads what Zoom writes: integer ids and the name in front of the words', () => {
    const transcript = readOk(
      vtt(
        '1',
        '00:00:00.050 --> 00:00:01.790',
        'Srijani Ghosh: Hi!',
        '',
        '2',
        '00:00:02.000 --> 00:00:03.000',
        'Dr. Smith: point: two',
        '',
        '3',
        '00:00:03.100 --> 00:00:04.000',
        'Dr. Smith: 10:30 it was.',
        '',
      ),
    );
    expect(turnLines(transcript)).toEqual([
      'Srijani Ghosh 50-1790: Hi!',
      'Dr. Smith 2000-4000: point: two 10:30 it was.',
    ]);
    expect(transcript.turns[1]?.cues).toEqual([
      { startMs: 2000, endMs: 3000, text: 'point: two' },
      { startMs: 3100, endMs: 4000, text: '10:30 it was.' },
    ]);
  });

  it('does not take a time, a question or an address in front of a colon for a name', () => {
    const said = ['10:30 Meeting: hello', 'Note: be early', 'see http://a.b: c', 'What I mean is: no'];
    const cues = said.flatMap((line, index) => [`00:0${index}.000 --> 00:0${index}.900`, line, '']);
    const transcript = readOk(vtt(...cues));
    expect(transcript.turns.map(({ speaker }) => speaker)).toEqual([null]);
    expect(transcript.turns[0]?.text).toBe(said.join(' '));
    expect(warningKinds(transcript)).toEqual(['no-speakers']);
  });

  it('reads what Teams writes: byte order mark, CRLF, GUID ids, entities, a missing end tag', () => {
    const transcript = readOk(
      '\ufeffWEBVTT\r\n\r\n96c14169-de06-4080-b9fe-f573f75eb719/91-0\r\n00:00:04.409 --> 00:00:09.359\r\n' +
        '<v Alice>Q3 numbers &amp; targets</v>\r\n\r\n96c14169-de06-4080-b9fe-f573f75eb719/91-1\r\n' +
        '00:00:09.400 --> 00:00:11.000\r\n<v Bob &amp; Co>up &lt;v Eve&gt; 5 < 6\r\nwrapped\r\n',
    );
    expect(turnLines(transcript)).toEqual([
      'Alice 4409-9359: Q3 numbers & targets',
      'Bob & Co 9400-11000: up <v Eve> 5 < 6 wrapped',
    ]);
  });

  it('counts unpadded fractions as milliseconds, as Teams hands them to programs', () => {
    const transcript = readOk(
      vtt('0:0:0.0 --> 0:0:5.320', '<v A>One.</v>', '', '0:0:6.90 --> 0:0:6.500', '<v B>Two.</v>'),
    );
    expect(turnLines(transcript)).toEqual(['A 0-5320: One.', 'B 6090-6500: Two.']);
    expect(transcript.warnings).toEqual([]);
  });

  it('counts a short fraction as a decimal one in every other file', () => {
    const transcript = readOk(vtt('00:00:06.9 --> 00:00:07,25', '<v A>One.</v>'));
    expect(turnLines(transcript)).toEqual(['A 6900-7250: One.']);
  });

  it('passes over header lines, comments, styles, regions and settings', () => {
    const transcript = readOk(
      [
        'WEBVTT - Weekly call',
        'Kind: captions',
        'Language: en',
        'X-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000',
        '',
        'NOTE duration:"00:20:00"',
        '',
        'NOTE',
        'Name: not speech',
        'more',
        '',
        'STYLE',
        '::cue { color: red }',
        '',
        'REGION',
        'id:fred',
        '',
        'NOTE Confidence: 0.69',
        '',
        '00:00:01.000 --> 00:00:02.000 align:start position:0%',
        '<v A>Yes.</v>',
        '',
      ].join('\n'),
    );
    expect(turnLines(transcript)).toEqual(['A 1000-2000: Yes.']);
    expect(warningKinds(transcript)).toEqual(['single-speaker']);
  });

  it('keeps the id and the words when no blank line follows the heading', () => {
    const transcript = readOk(
      'WEBVTT\n1\n00:01.000 --> 00:02.000\n<v A>Yes.</v>\n2\n00:02.000 --> 00:03.000\n<v B>42\n',
    );
    expect(turnLines(transcript)).toEqual(['A 1000-2000: Yes.', 'B 2000-3000: 42']);
  });

  it('takes the speaker from a Webex id, and nobody from an empty one', () => {
    const transcript = readOk(
      vtt(
        '1 "" (0)',
        '00:00:01.000 --> 00:00:02.000',
        'Welcome.',
        '',
        '2 "Mara Voss" (1262511360)',
        '00:00:03.000 --> 00:00:04.000',
        'Thanks: all.',
        '',
      ),
    );
    expect(turnLines(transcript)).toEqual(['? 1000-2000: Welcome.', 'Mara Voss 3000-4000: Thanks: all.']);
  });

  it('finds names that stand on a line of their own', () => {
    const transcript = readOk(
      '0:0:0.0 --> 0:0:1.510\nSome Body\nOK. Yeah.\n0:0:1.600 --> 0:0:3.0\nOther One\nGood.\n' +
        '0:0:3.100 --> 0:0:4.0\nSome Body\nRight.\n0:0:4.100 --> 0:0:5.0\nOther One\nBye.',
    );
    expect(transcript.turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Some Body', 'OK. Yeah.'],
      ['Other One', 'Good.'],
      ['Some Body', 'Right.'],
      ['Other One', 'Bye.'],
    ]);
  });

  it('splits a caption that holds two voices and gives both its times', () => {
    const transcript = readOk(vtt('00:01.000 --> 00:02.000', '<v A>Ready?</v>', '<v B>Yes.</v>'));
    expect(turnLines(transcript)).toEqual(['A 1000-2000: Ready?', 'B 1000-2000: Yes.']);
    expect(transcript.warnings).toEqual([]);
  });

  it('keeps words that a blank line separates from their times', () => {
    const transcript = readOk(
      vtt('00:01.000 --> 00:02.000', '', '<v A>One.', '', 'Two.', '00:03.000 --> 00:04.000', '', 'Three.'),
    );
    expect(transcript.turns.map(({ text }) => text)).toEqual(['One. Two.', 'Three.']);
  });

  it('begins a new turn after a pause of four seconds', () => {
    const transcript = readOk(
      vtt(
        '00:01.000 --> 00:02.000',
        '<v A>One.',
        '',
        '00:05.999 --> 00:06.000',
        '<v A>Two.',
        '',
        '00:10.000 --> 00:11.000',
        '<v A>Three.',
      ),
    );
    expect(transcript.turns.map(({ text }) => text)).toEqual(['One. Two.', 'Three.']);
    expect(transcript.speakers).toEqual([{ name: 'A', turns: 2, words: 3, questions: 0 }]);
  });

  it('names times that go backwards, overlap or lack an end with their lines, and keeps the order', () => {
    const transcript = readOk(
      vtt(
        '00:10.000 --> 00:12.000',
        '<v A>One.',
        '',
        '00:11.000 --> 00:13.000',
        '<v B>Two.',
        '',
        '00:02.000 --> 00:01.000',
        '<v A>Three.',
        '',
        '00:14.000 -->',
        '<v B>Four.',
        '',
        'xx:15 --> 00:16.000',
        '<v A>Five.',
      ),
    );
    expect(transcript.warnings.map(({ kind, line }) => [kind, line])).toEqual([
      ['overlap', 6],
      ['times-backwards', 9],
      ['times-backwards', 9],
      ['missing-end', 12],
      ['no-times', 15],
    ]);
    expect(turnLines(transcript)).toEqual([
      'A 10000-12000: One.',
      'B 11000-13000: Two.',
      'A 2000-?: Three.',
      'B 14000-?: Four.',
      'A ?-16000: Five.',
    ]);
    expect(transcript.approximate).toBe(true);
  });

  it('names twenty faults of a kind and counts the rest', () => {
    const cues = Array.from(
      { length: 31 },
      (_, index) => `00:${String(59 - index).padStart(2, '0')}.000 --> 01:59.000\n<v A>x\n`,
    );
    const { warnings } = readOk(vtt(...cues));
    const backwards = warnings.filter(({ kind }) => kind === 'times-backwards');
    expect(backwards).toHaveLength(21);
    expect(backwards.at(-1)).toEqual({
      kind: 'times-backwards',
      message: '10 more of these: times that go backwards.',
      line: null,
    });
  });

  it('refuses a heading without captions, and says which export to choose', () => {
    const result = readTranscriptText('WEBVTT\n\nNOTE nothing here\n');
    expect(result).toMatchObject({ ok: false, error: { reason: 'no-words' } });
    expect(result.ok ? '' : result.error.message).toContain('“transcript”, not “chapters”');
  });

  it('refuses a heading with words but no times, at the line where times should stand', () => {
    expect(readTranscriptText('WEBVTT\n\nhello there\n')).toMatchObject({
      ok: false,
      error: { reason: 'malformed', line: 3 },
    });
  });

  it('cannot be tricked by hostile mark-up', () => {
    const transcript = readOk(
      vtt(
        '00:01.000 --> 00:02.000',
        '<v __proto__><script>alert(1)</script>&#0;&#x3C;b&#x3E;',
        '',
        '00:02.000 --> 00:03.000',
        `<v ${'x'.repeat(300)}>hi <3`,
      ),
    );
    expect(turnLines(transcript)).toEqual(['__proto__ 1000-2000: alert(1)&#0;<b>', '? 2000-3000: hi <3']);
    expect(warningKinds(transcript)).toEqual(['skipped-text', 'single-speaker', 'no-speakers']);
  });
});
