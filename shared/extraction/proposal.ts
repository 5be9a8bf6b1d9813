// What the extraction proposes. People decide; a proposal is recomputed at will and never edited.
import { z } from 'zod';
import { StatementId } from '../ids.ts';
import { StatementRef } from '../needs/statement.ts';

/** A statement with the detector's score: higher is more like a need, comparable within one run only. */
export const Statement = StatementRef.extend({ score: z.number() });
export type Statement = z.infer<typeof Statement>;

export const NeedProposal = z.object({
  /** In the speakers' words: a clause and key words. */
  label: z.string().min(1).max(300),
  /** The most central statement, verbatim. */
  subtitle: z.string().max(1_000),
  /** Evidence, most central first. */
  statements: z.array(Statement),
  /** What was asked for instead, in the order of the interviews. */
  requests: z.array(Statement),
  /** Keys of the distinct participants among the evidence: people, never mentions. */
  participants: z.array(z.string()),
  /** Higher is shown first; a property of this run only. */
  strength: z.number(),
  /** The two statements of different interviews that are most alike: the reason for the group in one glance. */
  closest: z.tuple([StatementId, StatementId]).nullable(),
  /** Mean detector score of the evidence. */
  meanScore: z.number(),
});
export type NeedProposal = z.infer<typeof NeedProposal>;
