// Engine processes as the host sees them, each in truth started by main and reached through it.
import type { EngineProcess } from '../engine/engine-client.ts';
import type { FromHost, ToHost } from './messages.ts';

type FromEngineOfMain = Extract<ToHost, { kind: 'engine-message' | 'engine-exit' }>;

interface Listeners {
  readonly onMessage: ((message: unknown) => void)[];
  readonly onExit: (() => void)[];
}

export class EngineLine {
  readonly #tellMain: (message: FromHost) => void;
  readonly #running = new Map<number, Listeners>();
  #lastId = 0;

  constructor(tellMain: (message: FromHost) => void) {
    this.#tellMain = tellMain;
  }

  start(): EngineProcess {
    this.#lastId += 1;
    const id = this.#lastId;
    const listeners: Listeners = { onMessage: [], onExit: [] };
    this.#running.set(id, listeners);
    this.#tellMain({ kind: 'engine-start', id, args: [] });
    return {
      postMessage: (message) => this.#tellMain({ kind: 'engine-message', id, message }),
      on: (event, listener: ((message: unknown) => void) | (() => void)) => {
        if (event === 'exit') listeners.onExit.push(() => listener(undefined));
        else listeners.onMessage.push(listener);
      },
      kill: () => this.#tellMain({ kind: 'engine-stop', id }),
    };
  }

  hear(message: FromEngineOfMain): void {
    const listeners = this.#running.get(message.id);
    if (listeners === undefined) return;
    if (message.kind === 'engine-message') {
      for (const listener of listeners.onMessage) listener(message.message);
      return;
    }
    this.#running.delete(message.id);
    for (const listener of listeners.onExit) listener();
  }
}
