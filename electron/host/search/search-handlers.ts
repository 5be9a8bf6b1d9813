// The contract's part about search.
import { SearchKind } from '../../../shared/contract/search.ts';
import type { HostContext } from '../host-context.ts';
import type { Handlers } from '../router.ts';

export function searchHandlers(context: HostContext): Pick<Handlers, 'search.query' | 'search.heard'> {
  return {
    'search.query': ({ text, kinds, limit }) =>
      context.search().query({ text, limit, kinds: kinds ?? SearchKind.options }),
    'search.heard': ({ interviewId, text }) => context.search().heard(interviewId, text),
  };
}
