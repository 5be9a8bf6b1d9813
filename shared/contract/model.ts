// The contract's part about the encoder that finds needs.

import { z } from 'zod';
import { type Access, folder, nothing } from './parts.ts';

export interface ModelState {
  readonly name: string;
  /** Null for the one that comes inside the app. */
  readonly folder: string | null;
  readonly isThere: boolean;
  /** Interviews with words, which another encoder would read again. */
  readonly interviews: number;
}

export const modelParams = {
  'model.state': nothing,
  /** Checked before it is used; `not-a-model` for a folder that holds no encoder. */
  'model.choose': z.object({ folder }),
  'model.useBuiltIn': nothing,
} as const;

export interface ModelResults {
  'model.state': ModelState;
  'model.choose': ModelState;
  'model.useBuiltIn': ModelState;
}

export const modelAccess: Readonly<Record<keyof typeof modelParams, Access>> = {
  'model.state': 'guest',
  'model.choose': 'owner',
  'model.useBuiltIn': 'owner',
};
