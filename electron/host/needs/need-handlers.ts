// The contract's part about extraction and needs.
import type { HostContext } from '../host-context.ts';
import type { Handlers } from '../router.ts';

type Covered =
  | 'extraction.start'
  | 'extraction.cancel'
  | 'needs.list'
  | 'needs.accept'
  | 'needs.rename'
  | 'needs.dismiss'
  | 'needs.restore'
  | 'needs.undo';

export function needHandlers(context: HostContext): Pick<Handlers, Covered> {
  return {
    'extraction.start': () => context.needs().start(),
    'extraction.cancel': async () => context.needs().cancel(),
    'needs.list': () => context.needs().view(),
    'needs.accept': ({ id }) => context.needs().decide({ kind: 'accept', needId: id }),
    'needs.rename': ({ id, label }) => context.needs().decide({ kind: 'rename', needId: id, label }),
    'needs.dismiss': ({ id }) => context.needs().decide({ kind: 'dismiss', needId: id }),
    'needs.restore': ({ id }) => context.needs().decide({ kind: 'restore', needId: id }),
    'needs.undo': ({ decisionId }) => context.needs().decide({ kind: 'undo', decisionId }),
  };
}
