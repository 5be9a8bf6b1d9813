import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTranscript, MAX_TRANSCRIPT_BYTES } from './decode.ts';

function bytes(text: string, encoding: BufferEncoding, mark: readonly number[] = []): Uint8Array {
  return Uint8Array.from([...mark, ...Buffer.from(text, encoding)]);
}

const WORDS = 'Zoë: “naïve”, 10 € — 好\n';

describe('decoding', () => {
  it.each([
    ['UTF-8', bytes(WORDS, 'utf8'), 'utf-8'],
    ['UTF-8 with its mark', bytes(WORDS, 'utf8', [0xef, 0xbb, 0xbf]), 'utf-8'],
    ['UTF-16LE with its mark', bytes(WORDS, 'utf16le', [0xff, 0xfe]), 'utf-16le'],
    ['UTF-16BE with its mark', swapPairs(bytes(WORDS, 'utf16le', [0xff, 0xfe])), 'utf-16be'],
  ])('reads %s', (_name, file, encoding) => {
    expect(decodeTranscript(file)).toEqual({ ok: true, value: { text: WORDS, encoding, replaced: 0 } });
  });

  it('reads UTF-16 without a mark, when its letters are western', () => {
    expect(decodeTranscript(bytes('Anna: Hello.', 'utf16le'))).toMatchObject({
      ok: true,
      value: { text: 'Anna: Hello.' },
    });
    expect(decodeTranscript(swapPairs(bytes('Anna: Hello.', 'utf16le')))).toMatchObject({
      value: { encoding: 'utf-16be' },
    });
  });

  it('takes what is not UTF-8 for Windows-1252, curly quotes and all', () => {
    const file = Uint8Array.from([0x93, 0x5a, 0x6f, 0xeb, 0x94, 0x20, 0x80, 0x97]);
    expect(decodeTranscript(file)).toEqual({
      ok: true,
      value: { text: '“Zoë” €—', encoding: 'windows-1252', replaced: 0 },
    });
  });

  it('keeps UTF-8 with one broken byte UTF-8, and counts what was replaced', () => {
    const file = Uint8Array.from([...bytes('Zoë naïve ', 'utf8'), 0xe4, 0x20, 0x61]);
    expect(decodeTranscript(file)).toEqual({
      ok: true,
      value: { text: 'Zoë naïve \ufffd a', encoding: 'utf-8', replaced: 1 },
    });
  });

  it('makes one line feed of CRLF and of a lone CR', () => {
    expect(decodeTranscript(bytes('a\r\nb\rc\n', 'utf8'))).toMatchObject({ value: { text: 'a\nb\nc\n' } });
  });

  it.each([
    ['NUL bytes', bytes('ab\0cd', 'latin1'), 'no text'],
    ['a Word document', bytes('PK\u0003\u0004rest', 'latin1'), 'Word'],
    ['a PDF', bytes('%PDF-1.7 …', 'latin1'), 'PDF'],
    ['a recording', bytes('\0\0\0\u0020ftypisom\0', 'latin1'), 'recording'],
    ['control characters', Uint8Array.from({ length: 64 }, (_, index) => index % 32 || 1), 'no text'],
  ])('refuses %s', (_name, file, word) => {
    const result = decodeTranscript(file);
    expect(result).toMatchObject({ ok: false, error: { reason: 'binary' } });
    expect(result.ok ? '' : result.error.message).toContain(word);
  });

  it('does not take a text that begins like a recording for one', () => {
    expect(decodeTranscript(bytes('ID3: Hello', 'utf8'))).toMatchObject({ ok: true });
  });

  it('refuses more than 50 MB before looking into it', () => {
    expect(decodeTranscript(new Uint8Array(MAX_TRANSCRIPT_BYTES + 1))).toMatchObject({
      error: { reason: 'too-large' },
    });
  });

  it('reads every text back from UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\p{Cc}\ufeff\ufffd]/u.test(text) && !/^(?:PK|%PDF-)/.test(text));
        expect(decodeTranscript(bytes(text, 'utf8'))).toMatchObject({ ok: true, value: { text } });
      }),
    );
  });
});

function swapPairs(file: Uint8Array): Uint8Array {
  return file.map((_, index) => file[index % 2 === 0 ? index + 1 : index - 1] ?? 0);
}
