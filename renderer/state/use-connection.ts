import { useEffect, useState, useSyncExternalStore } from 'react';
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

/** Time after which an edit that is not acknowledged is no longer just on its way. */
const LASTING_MS = 1_500;

/** Documents of the open workspace with edits that have been waiting for the host for a while. */
export function useUnsavedDocuments(): readonly string[] {
  const { documents } = useHost();
  const names = useSyncExternalStore(documents.subscribe, () => documents.unsavedNames.join('\n'));
  const [isLasting, setLasting] = useState(false);
  const isOn = names !== '';
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => setLasting(true), LASTING_MS);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [isOn]);
  return isOn && isLasting ? names.split('\n') : [];
}
