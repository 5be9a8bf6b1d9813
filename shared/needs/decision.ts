// What a person decided about a need. Decisions are an append-only log in the workspace document; the state of a
// need is what folding the log gives, so two people's decisions merge and an undo is exact.
import { z } from 'zod';
import { NeedId, PersonId } from '../ids.ts';
import { StatementRef } from './statement.ts';

/** Evidence as it stood when a person decided: it outlives re-runs and a deleted derived folder. */
export const PinnedEvidence = z.object({
  label: z.string().max(300),
  subtitle: z.string().max(1_000),
  statements: z.array(StatementRef).max(2_000),
  requests: z.array(StatementRef).max(2_000),
});
export type PinnedEvidence = z.infer<typeof PinnedEvidence>;

const base = { id: z.string().min(1).max(64), at: z.string().max(40), by: PersonId };

export const Decision = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('accept'), needId: NeedId, pinned: PinnedEvidence }),
  z.object({
    ...base,
    kind: z.literal('rename'),
    needId: NeedId,
    label: z.string().min(1).max(300),
    pinned: PinnedEvidence,
  }),
  z.object({ ...base, kind: z.literal('dismiss'), needId: NeedId, pinned: PinnedEvidence }),
  z.object({ ...base, kind: z.literal('restore'), needId: NeedId }),
  /** Takes one earlier decision out of the fold; undoing an undo brings it back. */
  z.object({ ...base, kind: z.literal('undo'), decisionId: z.string().min(1).max(64) }),
]);
export type Decision = z.infer<typeof Decision>;
