// Reads transcript files without holding up the host: a large one is read in a thread of its own, one after the other, and
// giving up ends the thread. It knows files and formats, no workspace.
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../shared/errors.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { ReadOptions } from '../../../shared/transcripts/detect.ts';
import { lookAtTranscript, type TranscriptLook } from '../../../shared/transcripts/look-at-transcript.ts';
import type { Transcript, TranscriptRefusal } from '../../../shared/transcripts/transcript.ts';
import { readTranscriptFile } from './read-transcript-file.ts';
import type { ReadingTask } from './reading-thread.ts';

/** As `readTranscriptFile`; rejects with AppError `cancelled` when `signal` is aborted. */
type ReadFile<T> = (
  bytes: Uint8Array,
  options?: ReadOptions,
  signal?: AbortSignal,
) => Promise<Result<T, TranscriptRefusal>>;
export type ReadTranscriptFile = ReadFile<Transcript>;

/** What a host reads transcripts with. */
export interface TranscriptReading {
  /** With all its turns: of a very long talk it takes the host a while to receive them. */
  readonly read: ReadTranscriptFile;
  readonly look: ReadFile<TranscriptLook>;
}

export interface TranscriptReader extends TranscriptReading {
  /** Ends what is being read; those who wait for it hear `cancelled`. */
  close(): Promise<void>;
}

export interface ReaderOptions {
  /** The built reading-thread.js; null reads every file here and now. */
  readonly threadPath: string | null;
  /** What the thread may take before its file is refused. */
  readonly memoryMb?: number;
  /** How long a thread without work is kept. */
  readonly idleMs?: number;
}

interface Task extends ReadingTask {
  /** With what the task wants. */
  readonly resolve: (read: Result<never, TranscriptRefusal>) => void;
  readonly reject: (error: unknown) => void;
}

/** About ten milliseconds of reading: less than a thread needs to begin. */
const LARGE_BYTES = 300_000;
/** Packed, a Word document is some ten times smaller than its words. */
const LARGE_ARCHIVE_BYTES = 30_000;
/** 50 MB of JSON, the most that is taken, with its text and its turns. */
const MEMORY_MB = 2_048;
const IDLE_MS = 30_000;

export function createTranscriptReader(options: ReaderOptions): TranscriptReader {
  const { threadPath } = options;
  const thread = threadPath === null ? null : new ReadingThread(threadPath, options);
  return {
    async read(bytes, how = {}, signal) {
      if (signal?.aborted) throw cancelled();
      if (thread === null || !isLarge(bytes)) return readTranscriptFile(bytes, how);
      return thread.read({ wants: 'transcript', bytes, options: how }, signal);
    },
    async look(bytes, how = {}, signal) {
      if (signal?.aborted) throw cancelled();
      if (thread !== null && isLarge(bytes))
        return thread.read({ wants: 'look', bytes, options: how }, signal);
      const read = await readTranscriptFile(bytes, how);
      return read.ok ? ok(lookAtTranscript(read.value)) : read;
    },
    close: async () => thread?.close(),
  };
}

/** One thread, started when there is something to read and ended when there has been nothing for a while. */
class ReadingThread {
  readonly #path: string;
  readonly #memoryMb: number;
  readonly #idleMs: number;
  readonly #waiting: Task[] = [];
  #running: Task | null = null;
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;

  constructor(path: string, { memoryMb = MEMORY_MB, idleMs = IDLE_MS }: ReaderOptions) {
    this.#path = path;
    this.#memoryMb = memoryMb;
    this.#idleMs = idleMs;
  }

  /** The caller knows what its task wants; the thread's answer has no type of its own. */
  read(wanted: ReadingTask, signal: AbortSignal | undefined): Promise<Result<never, TranscriptRefusal>> {
    return new Promise((resolve, reject) => {
      const giveUp = () => this.#giveUp(task);
      const done = () => signal?.removeEventListener('abort', giveUp);
      const task: Task = {
        ...wanted,
        resolve: (read) => {
          done();
          resolve(read);
        },
        reject: (error) => {
          done();
          reject(error);
        },
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      this.#waiting.push(task);
      this.#next();
    });
  }

  async close(): Promise<void> {
    for (const task of this.#waiting.splice(0)) task.reject(cancelled());
    this.#running?.reject(cancelled());
    this.#running = null;
    await this.#end();
  }

  #next(): void {
    if (this.#running !== null) return;
    const task = this.#waiting.shift();
    clearTimeout(this.#idle);
    if (task === undefined) {
      // Neither the thread nor its clock keeps a program alive that is done.
      this.#worker?.unref();
      this.#idle = setTimeout(() => void this.#end(), this.#idleMs).unref();
      return;
    }
    this.#running = task;
    this.#worker ??= this.#start();
    this.#worker.ref();
    // A copy of its own, handed over: the caller keeps the original. Not by `slice`, which for a Buffer copies nothing.
    const bytes = new Uint8Array(task.bytes);
    const { wants, options } = task;
    this.#worker.postMessage({ wants, bytes, options } satisfies ReadingTask, [bytes.buffer]);
  }

  #start(): Worker {
    const worker = new Worker(this.#path, {
      resourceLimits: { maxOldGenerationSizeMb: this.#memoryMb },
      // What this process was started with is not for it.
      execArgv: [],
    });
    worker.on('message', (read: Result<never, TranscriptRefusal>) => {
      if (this.#worker === worker) this.#settle((task) => task.resolve(read));
    });
    worker.on('error', (error) => this.#lose(worker, error));
    worker.on('exit', () => this.#lose(worker, new Error('the reading thread ended')));
    return worker;
  }

  /** A thread that was ended on purpose is not this one any more. */
  #lose(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#settle((task) => {
      if (isOutOfMemory(error)) task.resolve(fail(tooMuchMemory()));
      else task.reject(error);
    });
  }

  #settle(tell: (task: Task) => void): void {
    const task = this.#running;
    this.#running = null;
    if (task !== null) tell(task);
    this.#next();
  }

  #giveUp(task: Task): void {
    if (this.#running === task) {
      // A reading cannot be stopped from outside; its thread can.
      void this.#end();
      this.#settle(() => task.reject(cancelled()));
      return;
    }
    const at = this.#waiting.indexOf(task);
    if (at >= 0) this.#waiting.splice(at, 1);
    task.reject(cancelled());
  }

  async #end(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

function isLarge(bytes: Uint8Array): boolean {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return bytes.length > (isArchive ? LARGE_ARCHIVE_BYTES : LARGE_BYTES);
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooMuchMemory(): TranscriptRefusal {
  return {
    reason: 'too-large',
    message:
      'Reading this file takes more memory than Earshot allows for one. Split it and import the parts.',
    line: null,
  };
}

function cancelled(): AppError {
  return new AppError('cancelled', 'the reading was given up');
}
