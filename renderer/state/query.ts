// Asks the host something and keeps the answer fresh: again after the events that may change it, and after a connection
// was lost. While it asks again, the answer before stays on the screen.
import type { EventName, Method, Params, Results } from '../../shared/contract.ts';
import { AppError, type AppErrorData } from '../../shared/errors.ts';
import type { HostClient } from '../client/host-client.ts';
import { Listeners } from '../client/listeners.ts';

export type QueryState<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  /** `value` is the last good answer, if there was one. */
  | { readonly status: 'failed'; readonly error: AppErrorData; readonly value?: T };

export class Query<M extends Method> {
  readonly #client: HostClient;
  readonly #method: M;
  readonly #params: Params<M>;
  readonly #refetchOn: readonly EventName[];
  readonly #listeners = new Listeners<void>();
  #state: QueryState<Results[M]> = { status: 'loading' };
  #watching: { readonly leave: readonly (() => void)[]; readonly stop: AbortController } | null = null;
  #listening = 0;
  #isAsking = false;
  #mustAskAgain = false;
  /** Who waits for the answer to the next question. */
  #waiting: (() => void)[] = [];

  constructor(client: HostClient, method: M, params: Params<M>, refetchOn: readonly EventName[]) {
    this.#client = client;
    this.#method = method;
    this.#params = params;
    this.#refetchOn = refetchOn;
  }

  readonly state = (): QueryState<Results[M]> => this.#state;

  /** Asks and listens for as long as somebody listens to it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    const leave = this.#listeners.add(listener);
    this.#listening += 1;
    if (this.#listening === 1) this.#watch();
    return () => {
      leave();
      this.#listening -= 1;
      if (this.#listening === 0) this.#stopWatching();
    };
  };

  /** Asks once more. While an answer is on its way, one more question follows it, however many times this is called. */
  readonly reload = (): void => {
    if (this.#isAsking) this.#mustAskAgain = true;
    else if (this.#watching) void this.#ask(this.#watching.stop.signal);
  };

  /** The same; resolves when an answer stands that was asked for after this call. Never, when nobody listens any more. */
  readonly renew = (): Promise<void> =>
    new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.reload();
    });

  #watch(): void {
    let hasMissedEvents = this.#client.connection.kind === 'reconnecting';
    const leave = this.#refetchOn.map((event) => this.#client.on(event, this.reload));
    leave.push(
      this.#client.subscribe(({ kind }) => {
        if (kind === 'reconnecting') hasMissedEvents = true;
        if (kind !== 'connected' || !hasMissedEvents) return;
        hasMissedEvents = false;
        this.reload();
      }),
    );
    this.#watching = { leave, stop: new AbortController() };
    this.reload();
  }

  #stopWatching(): void {
    for (const leave of this.#watching?.leave ?? []) leave();
    this.#watching?.stop.abort();
    this.#watching = null;
    this.#isAsking = false;
    this.#mustAskAgain = false;
  }

  async #ask(signal: AbortSignal): Promise<void> {
    this.#isAsking = true;
    this.#mustAskAgain = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    const next = await this.#answer(signal);
    if (signal.aborted) return;
    this.#isAsking = false;
    if (next) {
      this.#state = next;
      this.#listeners.tell();
      for (const resolve of waiting) resolve();
    } else this.#waiting.unshift(...waiting);
    if (this.#mustAskAgain) this.reload();
  }

  /** Null when the connection was lost: the question is asked again after the next one, so this is no failure. */
  async #answer(signal: AbortSignal): Promise<QueryState<Results[M]> | null> {
    try {
      const value = await this.#client.call(this.#method, this.#params, { signal });
      return { status: 'ready', value };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'connection-lost' || error.code === 'cancelled') return null;
      const before = this.#state.status === 'loading' ? {} : this.#state;
      return { ...before, status: 'failed', error: error.toData() };
    }
  }
}
