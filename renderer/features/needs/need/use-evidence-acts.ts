// What a person can do with the evidence of one need, and with the need as a whole.
import type { Params } from '../../../../shared/contract.ts';
import type { NeedId } from '../../../../shared/ids.ts';
import type { Verdict } from '../../../../shared/needs/decision.ts';
import { labelParts, type Need, type OpenQuestion } from '../../../../shared/needs/need.ts';
import { useHost } from '../../../state/host-context.tsx';
import { useDecide } from '../../../state/use-decide.ts';

/** A quote or a note of a need, by its key, with whom it is of. */
export interface Chosen {
  readonly key: string;
  readonly participantId: string;
}

export interface EvidenceActs {
  /** Answers the id of the new need. */
  readonly split: (need: Need, chosen: readonly Chosen[], label: string) => Promise<NeedId | null>;
  readonly move: (need: Need, to: Need, chosen: readonly Chosen[]) => Promise<boolean>;
  readonly mark: (need: Need, chosen: readonly Chosen[], verdict: Verdict) => Promise<boolean>;
  readonly takeOut: (need: Need, chosen: readonly Chosen[]) => Promise<boolean>;
  readonly rejectAgainst: (need: Need, chosen: readonly Chosen[]) => Promise<boolean>;
  readonly pin: (need: Need, chosen: readonly Chosen[], isPinned: boolean) => Promise<boolean>;
  readonly add: (params: Params<'needs.addQuote'>) => Promise<boolean>;
  readonly pair: (params: Params<'needs.pair'>) => Promise<boolean>;
  readonly describe: (need: Need, text: string) => Promise<boolean>;
  readonly unpair: (need: Need) => Promise<boolean>;
  readonly settle: (need: Need, question: OpenQuestion, keep: 'merge' | 'split' | 'both') => Promise<boolean>;
  readonly takeName: (need: Need, label: string) => Promise<boolean>;
  readonly undo: (decisionId: string) => Promise<boolean>;
}

export function useEvidenceActs(): EvidenceActs {
  const { client } = useHost();
  const decide = useDecide();
  return {
    async split(need, chosen, label) {
      let made: NeedId | null = null;
      await decide(
        async () => {
          const done = await client.call('needs.split', { id: need.id, quoteIds: keys(chosen), label });
          made = done.needId;
          return done;
        },
        `Split off “${label}” with ${quotes(chosen)}.`,
      );
      return made;
    },
    move: (need, to, chosen) =>
      decide(
        () => client.call('needs.moveQuote', { id: need.id, toId: to.id, quoteIds: keys(chosen) }),
        `Moved to “${name(to)}”. ${people(to, chosen)} there.`,
      ),
    mark: (need, chosen, verdict) =>
      decide(
        () => client.call('needs.markQuote', { id: need.id, quoteIds: keys(chosen), verdict }),
        `${quotes(chosen)} ${MARKED[verdict]}`,
      ),
    takeOut: (need, chosen) =>
      decide(
        () => client.call('needs.removeQuote', { id: need.id, quoteIds: keys(chosen) }),
        `Taken out of this need: ${quotes(chosen)}. The words stay in the transcript.`,
      ),
    rejectAgainst: (need, chosen) =>
      decide(
        () => client.call('needs.rejectAgainst', { id: need.id, quoteIds: keys(chosen) }),
        'It does not speak against this. It will not be proposed here again.',
      ),
    pin: (need, chosen, isPinned) =>
      decide(
        () =>
          client.call(isPinned ? 'needs.pinQuote' : 'needs.unpinQuote', {
            id: need.id,
            quoteIds: keys(chosen),
          }),
        isPinned
          ? `Pinned ${quotes(chosen)}. No computation takes it out.`
          : `No longer pinned: ${quotes(chosen)}.`,
      ),
    add: (params) => decide(() => client.call('needs.addQuote', params), 'Added to this need.'),
    pair: (params) =>
      decide(() => client.call('needs.pair', params), 'The pair stays through every computation.'),
    describe: (need, text) =>
      decide(
        () => client.call('needs.describe', { id: need.id, text }),
        'The sentence stays with this need.',
      ),
    unpair: (need) =>
      decide(() => client.call('needs.unpair', { id: need.id }), 'The pair is taken apart. Its quotes stay.'),
    settle: (need, { mergeId, splitId }, keep) =>
      decide(() => client.call('needs.settle', { id: need.id, mergeId, splitId, keep }), SETTLED[keep]),
    takeName: (need, label) =>
      decide(
        () => client.call('needs.rename', { id: need.id, label }),
        `Renamed to “${label}”. The name stays.`,
      ),
    undo: (decisionId) => decide(() => client.call('needs.undo', { decisionId }), 'Undone.'),
  };
}

const MARKED: Readonly<Record<Verdict, string>> = {
  for: 'now speaks for this need.',
  against: 'now speaks against this need.',
  request: 'is now what they asked for.',
};

const SETTLED = {
  merge: 'The merge holds; the quotes are back in it.',
  split: 'The split holds; the two needs are apart again.',
  both: 'Both hold.',
} as const;

function name(need: Need): string {
  return labelParts(need.label).words;
}

function keys(chosen: readonly Chosen[]): string[] {
  return chosen.map(({ key }) => key);
}

function quotes(chosen: readonly Chosen[]): string {
  return chosen.length === 1 ? '1 quote' : `${chosen.length} quotes`;
}

function people(to: Need, chosen: readonly Chosen[]): string {
  const count = new Set([...to.quotes, ...chosen].map(({ participantId }) => participantId)).size;
  return count === 1 ? '1 person' : `${count} people`;
}
