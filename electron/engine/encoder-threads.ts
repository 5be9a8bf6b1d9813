// Several encoders at work at once, each in a thread with a core of its own. Every text is encoded alone, so a vector is the
// same whichever thread gives it and whatever else is asked for. It knows no cache and no jobs.
import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/errors.ts';
import type { CancelSignal, Encoder } from '../../shared/extraction/encoder.ts';
import type { FromEncoderThread, TextToEncode } from './encoder-thread.ts';

export interface EncoderThreads extends Encoder {
  /** As `embed`, before everything that waits: for what somebody is watching. */
  embedFirst(texts: readonly string[], signal?: CancelSignal): Promise<Float32Array[]>;
  /** Begins loading; the first text does so too. */
  start(): void;
  /** Waits for what has been asked for. */
  close(): Promise<void>;
}

export interface EncoderThreadsOptions {
  readonly modelFolder: string;
  /** The built encoder-thread.js. */
  readonly threadPath: string;
  /** Each holds a copy of the model, about 80 MB. */
  readonly threads: number;
}

interface Task {
  readonly text: string;
  readonly signal: CancelSignal | undefined;
  readonly resolve: (vector: Float32Array) => void;
  readonly reject: (error: unknown) => void;
  /** Threads that ended while they had it. */
  lost: number;
}

interface Thread {
  readonly worker: Worker;
  /** Tasks it was given, the first being encoded. */
  readonly held: Map<number, Task>;
}

/** One is encoded and one lies ready, so that a thread never waits for a message. */
const HELD_AT_ONCE = 2;
/** A text that ends this many threads is at fault itself. */
const MOST_LOST = 2;

/** A model that cannot be loaded is told by `embed`: AppError('engine-failed'). Later texts try again. */
export function openEncoderThreads(options: EncoderThreadsOptions): EncoderThreads {
  const threads = new Set<Thread>();
  const waiting: Task[] = [];
  let lastTask = 0;
  let whenIdle: (() => void) | undefined;

  function start(): void {
    while (threads.size < options.threads) threads.add(startThread());
  }

  function startThread(): Thread {
    const worker = new Worker(options.threadPath, { workerData: options.modelFolder, execArgv: [] });
    const thread: Thread = { worker, held: new Map() };
    worker.on('message', (message: FromEncoderThread) => hear(thread, message));
    worker.on('error', (error) => lose(thread, error instanceof Error ? error.message : 'unknown fault'));
    worker.on('exit', () => lose(thread, 'it ended'));
    return thread;
  }

  function hear(thread: Thread, message: FromEncoderThread): void {
    // What was under way when it was ended.
    if (!threads.has(thread)) return;
    if (message.kind === 'failed' && message.task === null) {
      giveUp(new AppError('engine-failed', message.message));
      return;
    }
    const task = thread.held.get(message.task ?? -1);
    thread.held.delete(message.task ?? -1);
    if (message.kind === 'vector') task?.resolve(message.vector);
    else task?.reject(new AppError('engine-failed', message.message));
    handOut();
  }

  /** Its texts go to other threads. A thread that was ended on purpose is not one of them any more. */
  function lose(thread: Thread, reason: string): void {
    if (!threads.delete(thread)) return;
    console.error(`earshot engine: an encoder thread was lost (${reason})`);
    const [encoding, ...ready] = thread.held.values();
    waiting.unshift(...ready);
    if (encoding) {
      encoding.lost++;
      if (encoding.lost < MOST_LOST) waiting.unshift(encoding);
      else
        encoding.reject(new AppError('engine-failed', 'The encoder ended at its work.', { retryable: true }));
    }
    if (waiting.length > 0) start();
    handOut();
  }

  function giveUp(error: AppError): void {
    const held = [...threads].flatMap((thread) => [...thread.held.values()]);
    void endThreads();
    for (const task of [...held, ...waiting.splice(0)]) task.reject(error);
    handOut();
  }

  function handOut(): void {
    for (let round = 1; round <= HELD_AT_ONCE; round++) {
      for (const thread of threads) {
        if (thread.held.size < round) give(thread, next());
      }
    }
    const isIdle = waiting.length === 0 && [...threads].every(({ held }) => held.size === 0);
    if (isIdle) whenIdle?.();
  }

  function next(): Task | undefined {
    for (;;) {
      const task = waiting.shift();
      if (!task?.signal?.aborted) return task;
      task.reject(cancelled());
    }
  }

  function give(thread: Thread, task: Task | undefined): void {
    if (task === undefined) return;
    lastTask++;
    thread.held.set(lastTask, task);
    thread.worker.postMessage({ task: lastTask, text: task.text } satisfies TextToEncode);
  }

  function endThreads(): Promise<unknown> {
    const ending = [...threads];
    threads.clear();
    return Promise.all(ending.map(({ worker }) => worker.terminate()));
  }

  function ask(texts: readonly string[], signal: CancelSignal | undefined, isUrgent: boolean) {
    if (signal?.aborted) return Promise.reject(cancelled());
    if (texts.length > 0) start();
    const asked = texts.map((text) => {
      const { promise, ...settle } = withResolvers<Float32Array>();
      return { promise, task: { text, signal, ...settle, lost: 0 } satisfies Task };
    });
    const tasks = asked.map(({ task }) => task);
    if (isUrgent) waiting.unshift(...tasks);
    else waiting.push(...tasks);
    handOut();
    return Promise.all(asked.map(({ promise }) => promise));
  }

  return {
    start,
    embed: (texts, signal) => ask(texts, signal, false),
    embedFirst: (texts, signal) => ask(texts, signal, true),
    async close() {
      await new Promise<void>((resolve) => {
        whenIdle = resolve;
        handOut();
      });
      await endThreads();
    },
  };
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

function cancelled(): AppError {
  return new AppError('cancelled', 'Encoding was cancelled.');
}
