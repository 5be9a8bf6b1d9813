// Whether the disk takes words, told to every door once per change: "Not saved" must be true while it is shown.
import type { Events } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';

export type StorageState = Events['storage.changed'];

export interface StorageWatch {
  readonly state: StorageState;
  failed(error: unknown): void;
  worked(): void;
}

export function watchStorage(tell: (state: StorageState) => void, now: () => Date): StorageWatch {
  let state: StorageState = { kind: 'healthy' };
  return {
    get state() {
      return state;
    },
    failed(error) {
      const code = error instanceof AppError && error.code === 'disk-full' ? 'disk-full' : 'storage-failed';
      if (state.kind === 'failed' && state.code === code) return;
      state = { kind: 'failed', code, since: now().toISOString() };
      tell(state);
    },
    worked() {
      if (state.kind === 'healthy') return;
      state = { kind: 'healthy' };
      tell(state);
    },
  };
}
