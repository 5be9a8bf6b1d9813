// What a person decided about a need. Decisions are an append-only log in the workspace document; the state of a
// need is what folding the log gives, so two people's decisions merge and an undo is exact.
import { z } from 'zod';
import { NeedId, PersonId, StatementId } from '../ids.ts';
import { MOST_ABOVE } from './hand-order.ts';
import { NoteRef } from './note-ref.ts';
import { StatementRef } from './statement.ts';

/** Evidence as it stood when a person decided: it outlives re-runs and a deleted derived folder. */
export const PinnedEvidence = z.object({
  label: z.string().max(300),
  subtitle: z.string().max(1_000),
  statements: z.array(StatementRef).max(2_000),
  requests: z.array(StatementRef).max(2_000),
  notes: z.array(NoteRef).max(500).optional(),
  /** In the log alone, where some of the words stand in an earlier decision: all that were seen, in their order. */
  seen: z
    .object({ statements: z.array(StatementId).max(2_000), requests: z.array(StatementId).max(2_000) })
    .optional(),
});
export type PinnedEvidence = z.infer<typeof PinnedEvidence>;

export const Verdict = z.enum(['for', 'request', 'against']);
export type Verdict = z.infer<typeof Verdict>;

/** Words or a note that a person put into a need, with what they say about it. */
export const PlacedEvidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), verdict: Verdict, statement: StatementRef }),
  z.object({ kind: z.literal('note'), verdict: z.enum(['for', 'against']), note: NoteRef }),
]);
export type PlacedEvidence = z.infer<typeof PlacedEvidence>;

/** Names a piece of evidence: a statement's id, or `note:` and the note's id. */
export const EvidenceKey = z.string().regex(/^(note:)?[A-Za-z0-9_-]{1,64}$/);

export function evidenceKey(placed: PlacedEvidence): string {
  return placed.kind === 'words' ? placed.statement.id : noteKey(placed.note.noteId);
}

export function noteKey(noteId: string): string {
  return `note:${noteId}`;
}

/** One side of a pair: somebody's words, the team's words, or both. */
export const PairSide = z.object({
  statement: StatementRef.nullable(),
  text: z.string().max(500).nullable(),
});
export type PairSide = z.infer<typeof PairSide>;

const decisionId = z.string().min(1).max(64);
const base = {
  id: decisionId,
  at: z.string().max(40),
  by: PersonId,
  /**
   * The newest decisions that the author's computer knew. Two decisions neither of which leads to the other were made
   * apart. Decisions of older versions have none and count as made after everything before them.
   */
  after: z.array(decisionId).max(64).optional(),
};
const onNeed = {
  ...base,
  needId: NeedId,
  /** What the author saw of this need, without what was merged into it. */
  pinned: PinnedEvidence,
  /** The same for the needs that were merged into it, so that undoing the merge parts them again. */
  alsoPinned: z
    .array(z.object({ needId: NeedId, pinned: PinnedEvidence }))
    .max(200)
    .optional(),
};
const placed = z.array(PlacedEvidence).min(1).max(500);
const keys = z.array(EvidenceKey).min(1).max(500);
const below = z.array(EvidenceKey).max(MOST_ABOVE);

export const Decision = z.discriminatedUnion('kind', [
  z.object({ ...onNeed, kind: z.literal('accept') }),
  z.object({ ...onNeed, kind: z.literal('rename'), label: z.string().min(1).max(300) }),
  /** The need in a sentence that the team words; an empty one takes the sentence away. */
  z.object({ ...onNeed, kind: z.literal('describe'), text: z.string().max(500) }),
  z.object({ ...onNeed, kind: z.literal('dismiss') }),
  z.object({ ...base, kind: z.literal('restore'), needId: NeedId }),
  /** Kept through every re-run without being judged: it stands in a brief. */
  z.object({ ...onNeed, kind: z.literal('keep') }),
  /** `fromId` becomes part of `needId`; both keep their own decisions. */
  z.object({ ...onNeed, kind: z.literal('merge'), fromId: NeedId }),
  /** The evidence leaves `needId` and is a need of its own, `newId`. */
  z.object({
    ...onNeed,
    kind: z.literal('split'),
    newId: NeedId,
    label: z.string().min(1).max(300).nullable(),
    quotes: placed,
  }),
  z.object({
    ...onNeed,
    kind: z.literal('moveQuote'),
    toId: NeedId,
    quotes: placed,
    /** Where they were put down in the other need, as in `orderQuote`; left out when nobody chose a place. */
    below: below.optional(),
  }),
  /** It stands right below the first of `below` that is in the need; where none is, on top. */
  z.object({ ...onNeed, kind: z.literal('orderQuote'), quoteId: EvidenceKey, below }),
  z.object({ ...onNeed, kind: z.literal('addQuote'), quotes: placed }),
  /** The same evidence under another verdict; also how a candidate against becomes a voice against. */
  z.object({ ...onNeed, kind: z.literal('markQuote'), quotes: placed }),
  z.object({ ...onNeed, kind: z.literal('removeQuote'), quoteIds: keys }),
  /** “Does not speak against it”: the candidate is not proposed for this need again. */
  z.object({ ...onNeed, kind: z.literal('rejectAgainst'), quoteIds: keys }),
  z.object({ ...onNeed, kind: z.literal('pinQuote'), quotes: placed }),
  z.object({ ...onNeed, kind: z.literal('unpinQuote'), quoteIds: keys }),
  z.object({ ...onNeed, kind: z.literal('pair'), asked: PairSide, needs: PairSide }),
  z.object({ ...onNeed, kind: z.literal('unpair') }),
  /** The answer to two decisions made apart that pull in two directions: these hold no longer. */
  z.object({
    ...base,
    kind: z.literal('settle'),
    needId: NeedId,
    kept: z.array(decisionId).max(20),
    dropped: z.array(decisionId).max(20),
  }),
  /** Takes one earlier decision out of the fold; undoing an undo brings it back. */
  z.object({ ...base, kind: z.literal('undo'), decisionId }),
]);
export type Decision = z.infer<typeof Decision>;

/** A decision about a need, which every decision but an undo is. */
export type NeedDecision = Exclude<Decision, { kind: 'undo' }>;

/** All needs that a decision changes. */
export function needsTouched(decision: NeedDecision): NeedId[] {
  switch (decision.kind) {
    case 'merge':
      return [decision.needId, decision.fromId];
    case 'split':
      return [decision.needId, decision.newId];
    case 'moveQuote':
      return [decision.needId, decision.toId];
    default:
      return [decision.needId];
  }
}
