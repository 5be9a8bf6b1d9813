// The calls that have no answer yet: those that wait for a connection, and those that are on their way.
import { AppError } from '../../shared/errors.ts';

interface PendingCall {
  readonly id: number;
  /** Emptied once it is sent: a transcript of many megabytes is not kept until its answer comes. */
  frame: Uint8Array;
  isSent: boolean;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: AppError) => void;
}

export class PendingCalls {
  readonly #calls = new Map<number, PendingCall>();
  readonly #onGivenUp: (id: number) => void;
  #nextId = 1;

  /** `onGivenUp` hears of calls that were sent and then aborted. */
  constructor(onGivenUp: (id: number) => void) {
    this.#onGivenUp = onGivenUp;
  }

  /** Rejects with `cancelled` when `signal` is aborted. */
  add(
    encode: (id: number) => Uint8Array,
    signal: AbortSignal | undefined,
  ): {
    readonly answer: Promise<unknown>;
    readonly call: { readonly id: number; readonly frame: Uint8Array };
  } {
    const id = this.#nextId;
    this.#nextId += 1;
    const frame = encode(id);
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#calls.set(id, { id, frame, isSent: false, resolve, reject });
    });
    const abort = () => {
      const isSent = this.#calls.get(id)?.isSent === true;
      this.reject(id, new AppError('cancelled', 'the call was given up'));
      if (isSent) this.#onGivenUp(id);
    };
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    const forget = () => signal?.removeEventListener('abort', abort);
    answer.then(forget, forget);
    return { answer, call: { id, frame } };
  }

  /** The frame to send now, or null when the call is settled or was sent before. */
  take(id: number): Uint8Array | null {
    const call = this.#calls.get(id);
    if (!call || call.isSent) return null;
    const { frame } = call;
    call.isSent = true;
    call.frame = new Uint8Array();
    return frame;
  }

  /** Ids that wait for a connection, in the order of their calls. */
  unsent(): number[] {
    return [...this.#calls.values()].filter((call) => !call.isSent).map((call) => call.id);
  }

  resolve(id: number, result: unknown): void {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    call?.resolve(result);
  }

  reject(id: number, error: AppError): void {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    call?.reject(error);
  }

  rejectSent(error: AppError): void {
    for (const call of [...this.#calls.values()]) if (call.isSent) this.reject(call.id, error);
  }

  rejectAll(error: AppError): void {
    for (const id of [...this.#calls.keys()]) this.reject(id, error);
  }
}
