// What the parts of the contract are made of.
import { z } from 'zod';

/** `owner`: only this computer's own windows and command line. `member`: whoever may write. `guest`: whoever may read. */
export type Access = 'owner' | 'member' | 'guest';

/** Signs that nobody sees and that turn the words beside them around, or break a line: no part of a name. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

export const name = z
  .string()
  .transform((text) => text.replace(UNSEEN, ''))
  .pipe(z.string().trim().min(1).max(80));
export const folder = z.string().min(1).max(4_096);
export const bytes = z.instanceof(Uint8Array);
export const nothing = z.object({});
