// Whether the host's disk takes words, as the host told it last.
import type { Events } from '../../shared/contract.ts';

export type StorageState = Events['storage.changed'];

const HEALTHY: StorageState = { kind: 'healthy' };

/** One listener for the page, so that a screen that is mounted later still knows. */
export class StorageWatcher {
  #state: StorageState = HEALTHY;
  readonly #listeners = new Set<() => void>();

  readonly set = (state: StorageState): void => {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  };

  readonly state = (): StorageState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
