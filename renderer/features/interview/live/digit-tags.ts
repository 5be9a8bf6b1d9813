// A digit in an empty field tags the last note at once. If words follow within 1.5 s it was the beginning of a sentence
// ("3 trucks"), and the tag is taken back. Pure: what to do is returned, and somebody else does it.
import type { NoteId } from '../../../../shared/ids.ts';

/** One tag that a digit has set or taken off. */
export interface DigitTag {
  readonly digit: string;
  readonly noteId: NoteId;
  readonly tag: string;
  /** What it was before, for taking it back. */
  readonly wasSet: boolean;
  readonly pressedAtEpochMs: number;
}

/** Digits that may still turn out to be words, the first one first. */
export type PendingDigits = readonly DigitTag[];

export const DIGIT_WINDOW_MS = 1_500;

/** Adds one; those that are too old to become words are let go. */
export function pressDigit(pending: PendingDigits, pressed: DigitTag): PendingDigits {
  return [...stillOpen(pending, pressed.pressedAtEpochMs), pressed];
}

/**
 * Words were typed into the empty field. Returns the digits that belong before them and the tags to take back, the last
 * one first; neither when the last digit is too long ago.
 */
export function typeAfterDigits(
  pending: PendingDigits,
  nowEpochMs: number,
): { readonly prefix: string; readonly takeBack: readonly DigitTag[]; readonly beganAtEpochMs: number } {
  const open = stillOpen(pending, nowEpochMs);
  return {
    prefix: open.map((entry) => entry.digit).join(''),
    takeBack: [...open].reverse(),
    beganAtEpochMs: open[0]?.pressedAtEpochMs ?? nowEpochMs,
  };
}

/** A run of digits stays open as long as each came within the window of the one before. */
function stillOpen(pending: PendingDigits, nowEpochMs: number): PendingDigits {
  const last = pending.at(-1);
  return last !== undefined && nowEpochMs - last.pressedAtEpochMs <= DIGIT_WINDOW_MS ? pending : [];
}
