// This computer's session as the host tells it: who is here, which workspace is open, which were. Facts only; the calls
// that change it answer by an event, after which it is asked for again.
import { createStore } from 'zustand/vanilla';
import type { SessionState } from '../../shared/contract/session.ts';
import type { AppErrorData } from '../../shared/errors.ts';
import type { HostClient } from '../client/host-client.ts';
import { Query } from './query.ts';

export interface Session {
  /** Null until the first answer; afterwards the last good one. */
  readonly session: SessionState | null;
  readonly error: AppErrorData | null;
  readonly reload: () => void;
  /** For an answer that is a new session state already, such as that of `session.setMe`. */
  readonly accept: (session: SessionState) => void;
}

export type SessionStore = ReturnType<typeof createSessionStore>['store'];

export function createSessionStore(client: HostClient) {
  const query = new Query(client, 'session.state', {}, ['workspace.changed']);
  const store = createStore<Session>()((set) => ({
    session: null,
    error: null,
    reload: query.reload,
    accept: (session) => set({ session, error: null }),
  }));
  const leave = query.subscribe(() => {
    const state = query.state();
    if (state.status === 'ready') store.setState({ session: state.value, error: null });
    if (state.status === 'failed') store.setState({ error: state.error });
  });
  return { store, close: leave };
}
