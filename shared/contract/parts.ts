// What the parts of the contract are made of.
import { z } from 'zod';

/** `owner`: only this computer's own windows and command line. `member`: whoever may write. `guest`: whoever may read. */
export type Access = 'owner' | 'member' | 'guest';

export const name = z.string().trim().min(1).max(80);
export const folder = z.string().min(1).max(4_096);
export const bytes = z.instanceof(Uint8Array);
export const nothing = z.object({});
