import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Transcript } from '../../../shared/transcripts/transcript.ts';
import { readTranscriptFile } from './read-transcript-file.ts';
import { makeDocx, makeDocxOf, paragraphXml } from './testing/make-docx.ts';

async function read(bytes: Uint8Array): Promise<Transcript> {
  const result = await readTranscriptFile(bytes);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function lines({ turns }: Transcript): string[] {
  return turns.map(({ speaker, startMs, text }) => `${speaker ?? '?'} ${startMs ?? '?'}: ${text}`);
}

describe('Word documents', () => {
  it('of Teams hold a turn in one paragraph, with breaks inside', async () => {
    const transcript = await read(
      makeDocx([
        'Weekly sync',
        'December 17, 2025, 7:04PM',
        '56m 41s',
        'Erickson, James started transcription',
        '\nErickson, James   0:09\nHow was <it>?\nTell me.',
        '\nOkafor, Rowan   0:15\nFine & good.',
      ]),
    );
    expect(lines(transcript)).toEqual([
      'Erickson, James 9000: How was <it>? Tell me.',
      'Okafor, Rowan 15000: Fine & good.',
    ]);
  });

  it('of Teams as they once were hold caption times', async () => {
    const cue = (start: string, end: string, name: string, words: string) =>
      `${start} --> ${end}\n${name}\n${words}`;
    const transcript = await read(
      makeDocx([
        cue('0:0:0.0', '0:0:1.510', 'Some Body', 'OK. Yeah.'),
        cue('0:0:1.90', '0:0:3.0', 'Other One', 'Good.'),
        cue('0:0:3.0', '0:0:4.0', 'Some Body', 'Right.'),
        cue('0:0:4.0', '0:0:5.0', 'Other One', 'Bye.'),
      ]),
    );
    expect(transcript.format).toBe('webvtt');
    expect(lines(transcript)[1]).toBe('Other One 1090: Good.');
  });

  it('of Google Meet are read like its text', async () => {
    const transcript = await read(
      makeDocx([
        'Call - Transcript',
        '00:00:00',
        'Ann Lee: Hi there.',
        'Bo: Hm.',
        '00:01:00',
        'Ann Lee: So.',
      ]),
    );
    expect(transcript.format).toBe('meet-document');
    expect(transcript.speakers.map(({ name }) => name)).toEqual(['Ann Lee', 'Bo']);
  });

  it('without names keep their paragraphs apart, and tables their columns', async () => {
    expect(lines(await read(makeDocx(['I order by phone.', 'Then I wait.'])))).toEqual([
      '? ?: I order by phone.',
      '? ?: Then I wait.',
    ]);
    const row = (cells: string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraphXml(cell)}</w:tc>`).join('')}</w:tr>`;
    const table = `<w:tbl>${row(['Time', 'Speaker', 'Text'])}${row(['0:01', 'Ann', 'Hi.'])}${row(['0:05', 'Bo', 'Oh.'])}</w:tbl>`;
    expect(lines(await read(makeDocxOf(table)))).toEqual(['Ann 1000: Hi.', 'Bo 5000: Oh.']);
  });
});

describe('a packed file is refused by what it is', () => {
  const bomb = new Uint8Array(24_000_000);
  it.each<[string, () => Uint8Array, string]>([
    ['a spreadsheet', () => zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'spreadsheet'],
    ['an OpenDocument', () => zipSync({ 'content.xml': strToU8('<x/>') }), 'OpenDocument'],
    ['a packed folder', () => zipSync({ 'a.vtt': strToU8('WEBVTT') }), 'Unpack it'],
    ['a bomb', () => makeDocxOf('', { 'word/styles.xml': bomb }), '20 MB'],
    ['a cut document', () => makeDocx(['Anna: Hi.'.repeat(100)]).subarray(0, 500), 'damaged'],
    ['no words', () => makeDocx(['', ' ']), 'no words'],
    ['deep nesting', () => makeDocxOf(`${'<w:sdt>'.repeat(5_000)}${'</w:sdt>'.repeat(5_000)}`), 'nested'],
    ['entities', () => makeDocxOf('<!DOCTYPE x [<!ENTITY a "b">]>'), 'entities'],
    ['no XML', () => makeDocxOf('<w:p><w:r>'), 'Word document'],
  ])('%s', async (_name, make, words) => {
    const result = await readTranscriptFile(make());
    expect(result.ok ? 'was read' : result.error.message).toContain(words);
  });

  it('does not unpack pictures, however large', async () => {
    const bytes = makeDocxOf(paragraphXml('Anna: Hi.\nBen: Oh.\nAnna: So.'), {
      'word/media/image1.png': bomb,
    });
    expect((await read(bytes)).turns).toHaveLength(3);
  });

  it('whatever was done to its bytes', async () => {
    const whole = makeDocx(['Anna: Hi.', 'Ben: Oh.', 'Anna: So.']);
    const edit = fc.record({ at: fc.nat({ max: whole.length - 1 }), byte: fc.nat({ max: 255 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        fc.nat({ max: 40 }),
        async (edits, cut) => {
          const bytes = whole.slice(0, whole.length - cut);
          for (const { at, byte } of edits) if (at < bytes.length) bytes[at] = byte;
          const result = await readTranscriptFile(bytes);
          // What can be read has words; what cannot says so in a sentence.
          if (result.ok) for (const { text } of result.value.turns) expect(text).toMatch(/\S/);
          expect(result.ok ? `${result.value.turns.length} turns.` : result.error.message).toMatch(
            /^([1-9]\d* turns\.|[^\n]{20,}\.)$/,
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
