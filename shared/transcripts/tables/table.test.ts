import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTranscriptText } from '../detect.ts';
import { readOk, turnLines } from '../testing/read-ok.ts';
import { splitTable } from './split-table.ts';

describe('reading tables', () => {
  it.each([
    ['commas', 'Speaker,Start,Text\nAnna,0:01,"Well, ""fine""."\nBen,0:05,Good.\n'],
    ['semicolons', 'Start;Sprecher;Text\n0:01;Anna;"Well, ""fine""."\n0:05;Ben;Good.\n'],
    [
      'tabs',
      'start time\tend time\tspeaker name\ttranscript\n00:00:01.000\t\tAnna\tWell, "fine".\n00:00:05.000\t\tBen\tGood.\n',
    ],
    ['seconds', 'text,speaker,start\n"Well, ""fine"".",Anna,1.0\nGood.,Ben,5\n'],
    ['milliseconds', 'text,speaker,start_ms\n"Well, ""fine"".",Anna,1000\nGood.,Ben,5000\n'],
    ['no heading', '0:01\tAnna\tWell, "fine".\n0:05\tBen\tGood.\n'],
  ])('with %s', (_name, text) => {
    const transcript = readOk(text);
    expect(transcript.format).toBe('table');
    expect(turnLines(transcript)).toEqual(['Anna 1000-?: Well, "fine".', 'Ben 5000-?: Good.']);
  });

  it('keeps line feeds in a cell as blanks and gives the line on which a row begins', () => {
    const transcript = readOk('time,speaker,text\n0:05,A,"one\n\ntwo"\n0:01,B,three\n');
    expect(transcript.turns.map(({ text }) => text)).toEqual(['one two', 'three']);
    expect(transcript.warnings.find(({ kind }) => kind === 'times-backwards')?.line).toBe(5);
  });

  it('does not take talk with commas for a table', () => {
    expect(readOk('Anna: well, so, yes\nBen: no, not, text\nAnna: ah\nBen: oh').format).toBe('plain-text');
  });

  it('refuses a table in which no column holds words', () => {
    expect(readTranscriptText('a,b\n1,2\n', { format: 'table' })).toMatchObject({
      ok: false,
      error: { line: 1 },
    });
  });

  it('cuts whatever was written as a table into the same cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é'), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          const text = rows
            .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
            .join('\n');
          const filled = rows.filter((row) => row.some((one) => one.trim() !== ''));
          expect(splitTable(text, ',').map(({ cells }) => cells)).toEqual(filled);
        },
      ),
    );
  });
});
