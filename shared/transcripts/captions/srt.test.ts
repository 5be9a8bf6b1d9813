import { describe, expect, it } from 'vitest';
import { readTranscriptText } from '../detect.ts';
import { readOk, turnLines, warningKinds } from '../testing/read-ok.ts';

function srt(...words: string[]): string {
  return words
    .map(
      (line, index) =>
        `${index + 1}\n00:00:${String(index * 2).padStart(2, '0')},000 --> 00:00:${String(index * 2 + 1).padStart(2, '0')},500\n${line}\n`,
    )
    .join('\n');
}

describe('reading SubRip', () => {
  it('reads counters, comma milliseconds, CRLF and mark-up', () => {
    const transcript = readOk(
      '1\r\n00:00:01,250 --> 00:00:02,500\r\n{\\an8}<i>Anna:</i> Hi,<br>all &amp; sundry.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nBen: <font color="#fff">Hello</font>\r\n',
    );
    expect(transcript.format).toBe('srt');
    expect(turnLines(transcript)).toEqual(['Anna 1250-2500: Hi, all & sundry.', 'Ben 3000-4000: Hello']);
    expect(transcript.warnings).toEqual([]);
  });

  it('carries a name on where names stand only on change, and says so', () => {
    const transcript = readOk(
      srt(
        'Anna: How was it?',
        'Tell me.',
        'Ben: Well,',
        'it was fine.',
        'Really.',
        'Anna: Good.',
        'Very good.',
      ),
    );
    expect(transcript.turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Anna', 'How was it? Tell me.'],
      ['Ben', 'Well, it was fine. Really.'],
      ['Anna', 'Good. Very good.'],
    ]);
    expect(warningKinds(transcript)).toEqual(['carried-speaker']);
  });

  it('leaves a line without a name unnamed where nearly every line has one', () => {
    const transcript = readOk(
      srt('Anna: One.', 'Anna: Two.', 'Ben: Three.', 'Ben: Four.', '[music]', 'Anna: Five.', 'Anna: Six.'),
    );
    expect(transcript.turns.map(({ speaker }) => speaker)).toEqual(['Anna', 'Ben', null, 'Anna']);
    expect(warningKinds(transcript)).toEqual(['no-speakers']);
  });

  it.each([
    ['[SPEAKER_00]: hi', 'SPEAKER_00'],
    ['speaker 1: hi', 'speaker 1'],
    ['ИВАН: hi', 'ИВАН'],
    ['Okafor, R.: hi', 'Okafor, R.'],
    ['R. Okafor: hi', 'R. Okafor'],
    ['Maria de la Cruz: hi', 'Maria de la Cruz'],
    ['>> JOHN: hi', 'JOHN'],
    ['张三：hi', '张三'],
  ])('takes the name from %s', (line, name) => {
    expect(readOk(srt(line, line, 'Zoe: hm')).speakers[0]?.name).toBe(name);
  });

  it('invents no name for captions that have none', () => {
    const transcript = readOk(srt('So this is it.', 'And that: is that.', 'Fine.'));
    expect(transcript.speakers).toEqual([]);
    expect(warningKinds(transcript)).toEqual(['no-speakers']);
  });

  it('reads a file without counters and keeps a number that was said', () => {
    const transcript = readOk(
      '00:00:01,000 --> 00:00:02,000\nHow many?\n42\n00:00:03,000 --> 00:00:04,000\nOh.\n',
    );
    expect(transcript.turns[0]?.cues.map(({ text }) => text)).toEqual(['How many? 42', 'Oh.']);
  });

  it('refuses text without times when SRT was asked for', () => {
    expect(readTranscriptText('hello\nworld', { format: 'srt' })).toMatchObject({
      ok: false,
      error: { reason: 'malformed', line: 1 },
    });
  });
});
