// What a person can decide about a need. Every decision answers with a sentence and can be undone for ten seconds there,
// and later from the need itself.
import type { BriefId, NeedId } from '../../../shared/ids.ts';
import { labelParts, type Need } from '../../../shared/needs/need.ts';
import { useHost } from '../../state/host-context.tsx';
import { useDecide } from '../../state/use-decide.ts';

export interface NeedActs {
  readonly accept: (need: Need) => void;
  readonly rename: (need: Need, label: string) => void;
  readonly dismiss: (need: Need) => void;
  readonly restore: (need: Need) => void;
  /** `from` becomes part of `into`. False when it was refused. */
  readonly merge: (into: Need, from: Need) => Promise<boolean>;
  readonly undoLast: (need: Need) => void;
  readonly link: (need: Need, brief: { readonly id: BriefId; readonly title: string }) => void;
  readonly unlink: (needId: NeedId, briefId: BriefId) => void;
}

export function useNeedActs(): NeedActs {
  const { client } = useHost();
  const tell = useDecide();

  return {
    accept: (need) =>
      void tell(
        () => client.call('needs.accept', { id: need.id }),
        `Accepted “${need.label}”. It stays through every computation.`,
      ),
    rename: (need, label) =>
      void tell(
        () => client.call('needs.rename', { id: need.id, label }),
        `Renamed to “${label}”. The name stays.`,
      ),
    dismiss: (need) =>
      void tell(
        () => client.call('needs.dismiss', { id: need.id }),
        'Dismissed. It stays dismissed in later computations.',
      ),
    restore: (need) =>
      void tell(() => client.call('needs.restore', { id: need.id }), `“${need.label}” is back.`),
    merge: (into, from) =>
      tell(
        () => client.call('needs.merge', { id: into.id, fromId: from.id }),
        `Merged “${labelParts(from.label).words}” into “${labelParts(into.label).words}”. Both keep their decisions.`,
      ),
    undoLast(need) {
      const { lastDecisionId } = need;
      if (lastDecisionId === null) return;
      void tell(() => client.call('needs.undo', { decisionId: lastDecisionId }), 'Undone.');
    },
    link: (need, brief) =>
      void tell(
        () => client.call('briefs.link', { id: brief.id, needId: need.id }),
        `Linked to “${brief.title}”.`,
      ),
    unlink: (needId, briefId) =>
      void tell(
        () => client.call('briefs.unlink', { id: briefId, needId }),
        'The link is gone. The need stays.',
      ),
  };
}
