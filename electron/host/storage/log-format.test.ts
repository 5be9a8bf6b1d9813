import { describe, expect, it } from 'vitest';
import { encodeHeader, encodeRecord, LOG_VERSION, readHeader, scanRecords } from './log-format.ts';

const words = (text: string) => new TextEncoder().encode(text);
const file = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat([encodeHeader(), ...parts]));

describe('log format', () => {
  it('keeps its bytes: a log of today is read by every later version', () => {
    const bytes = Buffer.concat([encodeHeader(), encodeRecord(words('hi'))]);
    expect(bytes.toString('hex')).toBe('45415253484f544c01000000e6cdbd030200000059725a886869');
  });

  it('reads its own header, and refuses a foreign, short, changed or newer one by name', () => {
    const changed = encodeHeader();
    changed[8] = 2;
    expect(readHeader(encodeHeader())).toEqual({ kind: 'readable' });
    expect(readHeader(encodeHeader(LOG_VERSION + 1))).toEqual({ kind: 'newer', version: LOG_VERSION + 1 });
    expect(readHeader(changed)).toEqual({ kind: 'foreign' });
    expect(readHeader(encodeHeader().subarray(0, 15))).toEqual({ kind: 'foreign' });
    expect(readHeader(words('%PDF-1.7 and more'))).toEqual({ kind: 'foreign' });
  });

  it('tells an unfinished record from an unreadable one, and both from one that others follow', () => {
    const first = encodeRecord(words('first'));
    const second = encodeRecord(words('second'));
    const changed = second.slice();
    changed[12] = 0;
    const longer = second.slice();
    longer[1] = 0xff; // a length beyond the end of the file
    expect(scanRecords(file(first, second))).toMatchObject({
      tail: 'none',
      records: [words('first'), words('second')],
    });
    expect(scanRecords(file(first, second.subarray(0, 7)))).toMatchObject({ tail: 'unfinished' });
    expect(scanRecords(file(first, second.subarray(0, 10)))).toMatchObject({ tail: 'unfinished' });
    expect(scanRecords(file(first, changed))).toMatchObject({
      tail: 'unreadable',
      goodBytes: 16 + first.length,
    });
    expect(scanRecords(file(changed, first))).toMatchObject({ tail: 'followed', goodBytes: 16, records: [] });
    expect(scanRecords(file(longer, first))).toMatchObject({ tail: 'followed', goodBytes: 16, records: [] });
  });

  it('takes zeros, which a power cut leaves at the end of a file, for no record', () => {
    expect(scanRecords(file(encodeRecord(words('first')), new Uint8Array(64)))).toMatchObject({
      records: [words('first')],
      tail: 'unreadable',
    });
  });
});
