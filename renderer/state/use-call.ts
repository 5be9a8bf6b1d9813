import { useMemo, useSyncExternalStore } from 'react';
import type { EventName, Method, Params, Results } from '../../shared/contract.ts';
import { useHost } from './host-context.tsx';
import { Query, type QueryState } from './query.ts';

export type Call<T> = QueryState<T> & {
  readonly reload: () => void;
  readonly renew: () => Promise<void>;
};

/**
 * What the host answers, kept fresh: asked again after each of `refetchOn` and after a lost connection. Other params are
 * another question, whose answer starts as `loading`. Params are compared by their JSON and so hold no bytes.
 */
export function useCall<M extends Method>(
  method: M,
  params: Params<M>,
  options: { readonly refetchOn?: readonly EventName[] } = {},
): Call<Results[M]> {
  const { client } = useHost();
  const question = JSON.stringify([method, params, options.refetchOn ?? []]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `question` stands for the other three, which are new objects in every render
  const query = useMemo(() => new Query(client, method, params, options.refetchOn ?? []), [client, question]);
  const state = useSyncExternalStore(query.subscribe, query.state);
  return { ...state, reload: query.reload, renew: query.renew };
}
