// The contract's part about extraction and needs.
import type { needParams } from '../../../shared/contract/needs.ts';
import { NeedId } from '../../../shared/ids.ts';
import type { HostContext } from '../host-context.ts';
import type { Handlers } from '../router.ts';

type Covered = keyof typeof needParams;

export function needHandlers(context: HostContext): Pick<Handlers, Covered> {
  const decide: ReturnType<HostContext['needs']>['decide'] = (decision) => context.needs().decide(decision);
  return {
    'extraction.start': () => context.needs().start(),
    'extraction.cancel': async () => context.needs().cancel(),
    'needs.list': () => context.needs().view(),
    'needs.accept': ({ id }) => decide({ kind: 'accept', needId: id }),
    'needs.rename': ({ id, label }) => decide({ kind: 'rename', needId: id, label }),
    'needs.describe': ({ id, text }) => decide({ kind: 'describe', needId: id, text }),
    'needs.dismiss': ({ id }) => decide({ kind: 'dismiss', needId: id }),
    'needs.restore': ({ id }) => decide({ kind: 'restore', needId: id }),
    'needs.merge': ({ id, fromId }) => decide({ kind: 'merge', needId: id, fromId }),
    async 'needs.split'({ id, quoteIds, label }) {
      const newId = NeedId.parse(`need-${context.newId()}`);
      return { ...(await decide({ kind: 'split', needId: id, newId, quoteIds, label })), needId: newId };
    },
    'needs.moveQuote': ({ id, toId, quoteIds, below }) =>
      decide({ kind: 'moveQuote', needId: id, toId, quoteIds, below }),
    'needs.orderQuote': ({ id, quoteId, below }) =>
      decide({ kind: 'orderQuote', needId: id, quoteId, below }),
    'needs.addQuote': ({ id, source, verdict }) => decide({ kind: 'addQuote', needId: id, source, verdict }),
    'needs.markQuote': ({ id, quoteIds, verdict }) =>
      decide({ kind: 'markQuote', needId: id, quoteIds, verdict }),
    'needs.removeQuote': ({ id, quoteIds }) => decide({ kind: 'removeQuote', needId: id, quoteIds }),
    'needs.rejectAgainst': ({ id, quoteIds }) => decide({ kind: 'rejectAgainst', needId: id, quoteIds }),
    'needs.pinQuote': ({ id, quoteIds }) => decide({ kind: 'pinQuote', needId: id, quoteIds }),
    'needs.unpinQuote': ({ id, quoteIds }) => decide({ kind: 'unpinQuote', needId: id, quoteIds }),
    'needs.pair': ({ id, asked, needs }) => decide({ kind: 'pair', needId: id, asked, needs }),
    'needs.unpair': ({ id }) => decide({ kind: 'unpair', needId: id }),
    'needs.settle': ({ id, ...rest }) => decide({ kind: 'settle', needId: id, ...rest }),
    'needs.look': ({ id }) => context.needs().look(id),
    'needs.undo': ({ decisionId }) => decide({ kind: 'undo', decisionId }),
  };
}
