import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InterviewId, OriginalHash } from '../ids.ts';
import { sha256 } from './sha256.ts';
import { statementId } from './statement-id.ts';

describe('sha256', () => {
  it('agrees with the platform’s own', () => {
    const ascii = fc.string({ unit: 'grapheme-ascii', maxLength: 200 });
    return fc.assert(
      fc.property(ascii, (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
      }),
    );
  });

  it('refuses what it would hash differently', () => {
    expect(() => sha256('é')).toThrow(RangeError);
  });
});

describe('statementId', () => {
  const interview = InterviewId.parse('interview-1');
  const original = OriginalHash.parse('a'.repeat(64));

  it('is the same for the same words on every computer', () => {
    expect(statementId(interview, original, { start: 3, end: 20 })).toBe('a2b6d032e564f0b470711faf86033deb');
  });

  it('differs by interview, original and span', () => {
    const ids = [
      statementId(interview, original, { start: 3, end: 20 }),
      statementId(InterviewId.parse('interview-2'), original, { start: 3, end: 20 }),
      statementId(interview, OriginalHash.parse('b'.repeat(64)), { start: 3, end: 20 }),
      statementId(interview, original, { start: 3, end: 21 }),
      statementId(interview, original, { start: 4, end: 20 }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
