// What the extraction proposes. People decide; a proposal is recomputed at will and never edited.
import { z } from 'zod';
import { StatementId } from '../ids.ts';
import { StatementRef } from '../needs/statement.ts';

/** A statement with the detector's score: higher is more like a need, comparable within one run only. */
export const Statement = StatementRef.extend({ score: z.number() });
export type Statement = z.infer<typeof Statement>;

/** What speaks for trusting a group and what against it; computed anew in each run, never decided on by the machine. */
export const NeedGrounds = z.object({
  /** Share of the runs without one of the interviews in which the group is found again, 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** Fewer people than a recurring need must have: a weaker signal, shown below and never dropped. */
  isWeak: z.boolean(),
  /** Key of the participant who alone holds more than half of the statements; null when they are shared out. */
  loudest: z.string().nullable(),
  /** Statements that answer a question which held the ask already, each with that question, verbatim. */
  led: z.array(z.object({ statementId: StatementId, question: z.string().max(1_000) })),
  /** Statements on the same topic that seem to say the contrary: candidates, never counted for or against by themselves. */
  against: z.array(Statement),
});
export type NeedGrounds = z.infer<typeof NeedGrounds>;

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
  grounds: NeedGrounds,
});
export type NeedProposal = z.infer<typeof NeedProposal>;
