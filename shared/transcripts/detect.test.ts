import { describe, expect, it } from 'vitest';
import { readTranscript, readTranscriptText } from './detect.ts';
import { readOk } from './testing/read-ok.ts';

function bytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'utf8'));
}

describe('choosing the parser by content', () => {
  it.each([
    ['WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>Hi', 'webvtt'],
    ['\n\n00:01.000 --> 00:02.000\nHi', 'webvtt'],
    ['1\n00:00:01,000 --> 00:00:02,000\nHi', 'srt'],
    ['Anna: a --> b\nBen: no', 'plain-text'],
    ['[00:00.000 --> 00:04.000] Hi', 'plain-text'],
    ['Hi', 'plain-text'],
    ['[00:01] Anna: hi\n[00:02] Ben: "}"', 'plain-text'],
  ])('reads %j as %s', (text, format) => {
    expect(readOk(text).format).toBe(format);
  });

  it('obeys a person who chose the format', () => {
    expect(readOk('00:00:01,000 --> 00:00:02,000\nHi', 'webvtt').format).toBe('webvtt');
  });

  it.each([
    ['', 'empty'],
    [' \r\n\t\n', 'empty'],
    ['WEBVTT', 'no-words'],
    ['WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n', 'no-words'],
    ['{"segments":[{"start":1}]}', 'unknown-format'],
    ['{"speaker":"A"}\n{"speaker":"B"}\n', 'unknown-format'],
    ['<!DOCTYPE html><p>Hi', 'unknown-format'],
    ['{\\rtf1 Hi}', 'unknown-format'],
    ['a\0b', 'binary'],
  ])('refuses %j as %s', (text, reason) => {
    expect(readTranscript(bytes(text))).toMatchObject({ ok: false, error: { reason } });
    expect(readTranscriptText(text)).toMatchObject({ ok: false, error: { reason } });
  });

  it('refuses one line of 10 MB with its number', () => {
    const text = `Anna: hi\n${'ten letters '.repeat(900_000)}`;
    expect(readTranscript(bytes(text))).toMatchObject({ ok: false, error: { reason: 'malformed', line: 2 } });
  });

  it('warns of characters that could not be read', () => {
    const result = readTranscript(Uint8Array.from([...bytes('Zoë: naïve\nZoë: '), 0xe4, 0x0a]));
    expect(result).toMatchObject({
      ok: true,
      value: { warnings: [{ kind: 'replaced-characters' }, {}, {}] },
    });
  });

  it.each(['webvtt', 'srt', 'plain-text'] as const)(
    'reads 40,000 captions of %s in time that grows with their number',
    (format) => {
      const captions = (count: number): string =>
        Array.from({ length: count }, (_, index) => caption(format, index)).join('');
      const before = process.cpuUsage();
      expect(readOk(captions(40_000), format).turns.length).toBeGreaterThan(10_000);
      // Processor time, so that a busy computer does not count: about a second; quadratic reading would take minutes.
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(5_000);
    },
  );
});

function caption(format: 'webvtt' | 'srt' | 'plain-text', index: number): string {
  const speaker = index % 3 === 0 ? 'Anna Lee' : 'Ben Okafor';
  const time = (ms: number): string => new Date(ms).toISOString().slice(11, 23);
  const times = `${time(index * 2000)} --> ${time(index * 2000 + 1900)}`;
  if (format === 'plain-text')
    return `[${time(index * 2000).slice(0, 8)}] ${speaker}: caption number ${index} is here\n\n`;
  if (format === 'srt')
    return `${index + 1}\n${times.replaceAll('.', ',')}\n${speaker}: caption number ${index}\n\n`;
  return `${index + 1}\n${times}\n<v ${speaker}>caption number ${index} &amp; more</v>\n\n`;
}
