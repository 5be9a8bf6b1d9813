// What belongs to this computer (settings, recent workspaces, invites) as one JSON file that survives a power cut.
// lowdb's own file adapter does not: it renames without fsync. This one knows files, and nothing of their meaning.
import { basename, dirname } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import type { z } from 'zod';
import { nameAside, renameStubbornly, writeDurably } from './durable-write.ts';
import { type FileSystem, nodeFileSystem } from './fs-port.ts';
import { isCode, storageError } from './storage-error.ts';

export interface DurableJsonOptions<T> {
  /** Checks what was read, and throws when it is not a T; then the file counts as unreadable. */
  readonly parse?: (content: unknown) => T;
  /** Rights of the file, such as 0o600; by default what the process usually gives. */
  readonly mode?: number;
  /** An unreadable file was set aside; `keptAs` is its new name, in the same folder. */
  readonly onSetAside?: (keptAs: string) => void;
  readonly fileSystem?: FileSystem;
  readonly now?: () => Date;
}

interface Waiting {
  text: string;
  readonly done: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A lowdb adapter: `<file>`, the generation before as `<file>.bak`, and unreadable ones as `<file>.corrupt-<time>`. */
export class DurableJson<T> implements Adapter<T> {
  readonly #file: string;
  readonly #options: DurableJsonOptions<T>;
  readonly #fileSystem: FileSystem;
  #isFileReadable = false;
  /** The value to be written once the write in flight is done: only the newest counts. */
  #waiting: Waiting | null = null;
  #isWriting = false;

  constructor(file: string, options: DurableJsonOptions<T> = {}) {
    this.#file = file;
    this.#options = options;
    this.#fileSystem = options.fileSystem ?? nodeFileSystem;
  }

  /**
   * The content of the file, or of the generation before when the file is missing or unreadable; null when there is
   * neither. Rejects with AppError `storage-failed` or `disk-full`.
   */
  async read(): Promise<T | null> {
    try {
      for (const file of [this.#file, this.#backup()]) {
        const content = await this.#readOrSetAside(file);
        if (content === undefined) continue;
        if (file === this.#file) this.#isFileReadable = true;
        return content;
      }
      return null;
    } catch (error) {
      throw storageError(error, 'the file cannot be read', { file: this.#file });
    }
  }

  /**
   * Resolves when the value, as it is now, or a newer one given meanwhile is on the disk. Rejects with AppError
   * `disk-full` or `storage-failed`; then the file holds what it held.
   */
  write(value: T): Promise<void> {
    const text = `${JSON.stringify(value, null, 2)}\n`;
    if (this.#waiting !== null) {
      this.#waiting.text = text;
      return this.#waiting.done;
    }
    this.#waiting = waitingFor(text);
    const { done } = this.#waiting;
    if (!this.#isWriting) void this.#writeWaiting();
    return done;
  }

  async #writeWaiting(): Promise<void> {
    this.#isWriting = true;
    for (let current = this.#waiting; current !== null; current = this.#waiting) {
      this.#waiting = null;
      try {
        await this.#store(current.text);
        current.resolve();
      } catch (error) {
        current.reject(storageError(error, 'the file cannot be written', { file: this.#file }));
      }
    }
    this.#isWriting = false;
  }

  async #store(text: string): Promise<void> {
    // An unreadable file must not become the generation before: that one may be the last good one.
    if (!this.#isFileReadable) await this.#readOrSetAside(this.#file);
    await writeDurably(this.#fileSystem, this.#file, new TextEncoder().encode(text), {
      previous: this.#backup(),
      ...(this.#options.mode === undefined ? {} : { mode: this.#options.mode }),
    });
    this.#isFileReadable = true;
  }

  /** Undefined when there is no such file, or none that can be read: then it has another name now. */
  async #readOrSetAside(file: string): Promise<T | undefined> {
    let bytes: Uint8Array;
    try {
      bytes = await this.#fileSystem.readFile(file);
    } catch (error) {
      if (isCode(error, 'ENOENT')) return undefined;
      throw error;
    }
    try {
      const content: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
      // Without `parse` the caller vouches for the file being its own.
      return this.#options.parse ? this.#options.parse(content) : (content as T);
    } catch {
      // What is wrong with it can still be looked up: the file is kept as it is.
      const now = this.#options.now ?? (() => new Date());
      const keptAs = await nameAside(this.#fileSystem, file, 'corrupt', now());
      await renameStubbornly(this.#fileSystem, file, keptAs);
      await this.#fileSystem.syncFolder(dirname(file));
      this.#options.onSetAside?.(basename(keptAs));
      return undefined;
    }
  }

  #backup(): string {
    return `${this.#file}.bak`;
  }
}

export type JsonStoreOptions = Omit<DurableJsonOptions<never>, 'parse'>;

/**
 * Opens a lowdb store whose content was parsed by `schema`; `defaults` where there is no file that fits it. Only its
 * owner may read the file. Change it with `store.update(…)`, which resolves when the change is on the disk; when it
 * rejects, the change is in memory alone and goes out with the next one.
 */
export async function openJsonStore<S extends z.ZodType>(
  file: string,
  schema: S,
  defaults: z.infer<S>,
  options: JsonStoreOptions = {},
): Promise<Low<z.infer<S>>> {
  const parse = (content: unknown): z.infer<S> => schema.parse(content);
  const adapter = new DurableJson<z.infer<S>>(file, { mode: 0o600, ...options, parse });
  // A copy: the store's content is changed in place.
  const store = new Low<z.infer<S>>(adapter, structuredClone(defaults));
  await store.read();
  return store;
}

function waitingFor(text: string): Waiting {
  let resolve: () => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const done = new Promise<void>((whenDone, whenFailed) => {
    resolve = whenDone;
    reject = whenFailed;
  });
  return { text, done, resolve, reject };
}
