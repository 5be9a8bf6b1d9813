import { useSyncExternalStore } from 'react';
import { useHost } from './host-context.tsx';
import type { StorageState } from './storage-store.ts';

export function useStorageState(): StorageState {
  const { storage } = useHost();
  return useSyncExternalStore(storage.subscribe, storage.state);
}
