import { describe, expect, it } from 'vitest';
import { NoteId } from '../../../../shared/ids.ts';
import { type DigitTag, type PendingDigits, pressDigit, typeAfterDigits } from './digit-tags.ts';

function digit(name: string, atMs: number): DigitTag {
  return { digit: name, noteId: NoteId.parse('n'), tag: `tag${name}`, wasSet: false, pressedAtEpochMs: atMs };
}

const none: PendingDigits = [];

describe('digits in an empty field', () => {
  it('become words when text follows within a second and a half', () => {
    const pending = pressDigit(none, digit('3', 1_000));
    expect(typeAfterDigits(pending, 2_500)).toEqual({
      prefix: '3',
      takeBack: pending,
      beganAtEpochMs: 1_000,
    });
  });

  it('stay tags when text follows later', () => {
    expect(typeAfterDigits(pressDigit(none, digit('3', 1_000)), 2_501)).toEqual({
      prefix: '',
      takeBack: [],
      beganAtEpochMs: 2_501,
    });
  });

  it('become one number when several were pressed, and are taken back in reverse', () => {
    const pending = pressDigit(pressDigit(none, digit('3', 1_000)), digit('5', 1_400));
    const typed = typeAfterDigits(pending, 1_900);
    expect(typed.prefix).toBe('35');
    expect(typed.takeBack.map((entry) => entry.digit)).toEqual(['5', '3']);
  });

  it('forget those before a pause', () => {
    const pending = pressDigit(pressDigit(none, digit('3', 1_000)), digit('5', 9_000));
    expect(typeAfterDigits(pending, 9_100).prefix).toBe('5');
  });
});
