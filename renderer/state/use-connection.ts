import { useSyncExternalStore } from 'react';
import type { ConnectionState } from '../client/host-client.ts';
import { useHost } from './host-context.tsx';

export function useConnection(): ConnectionState {
  const { client } = useHost();
  return useSyncExternalStore(client.subscribe, () => client.connection);
}

/** Edits on their way to the host's disk, over all documents. */
export function useUnsavedEdits(): number {
  const { documents } = useHost();
  return useSyncExternalStore(documents.subscribe, () => documents.unsavedEdits);
}
