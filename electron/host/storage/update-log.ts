// The append-only log behind every document: an update is acknowledged only when it is on the disk.
// It stores opaque records in order and does not know what is in them.
import { dirname } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { removeQuietly, writeDurably, writeFully } from './durable-write.ts';
import { type FileSystem, nodeFileSystem, type OpenFile } from './fs-port.ts';
import { encodeRecord, MAX_PAYLOAD_BYTES, scanRecords } from './log-format.ts';
import { encodeLog, type LogDamage, type LogReading, previousOf, readLog } from './log-recovery.ts';
import { isCode, storageError } from './storage-error.ts';

export type { LogDamage } from './log-recovery.ts';

export interface UpdateLogOptions {
  /** Nothing on the disk is created, repaired or written; appending is refused with `workspace-read-only`. */
  readonly isReadOnly?: boolean;
  readonly fileSystem?: FileSystem;
  readonly now?: () => Date;
}

export interface OpenedLog {
  readonly log: UpdateLog;
  /** All whole records in the order of their acknowledgement. */
  readonly records: Uint8Array[];
  /** What was found damaged, and where its bytes were kept; null when the file is whole. */
  readonly damage: LogDamage | null;
}

export interface UpdateLog {
  /** Bytes of the acknowledged part of the file. */
  readonly size: number;
  readonly recordCount: number;
  /**
   * Resolves when the record is on the disk. Rejects with AppError `disk-full`, `storage-failed` or `too-large`; a
   * rejected record is not in the log, unless the computer stops before it could be cut off again. The next append
   * tries the disk anew.
   */
  append(payload: Uint8Array): Promise<void>;
  /** The acknowledged records, read from the disk again. */
  readAll(): Promise<Uint8Array[]>;
  /**
   * Replaces all records by the one that `fold` makes of them, and keeps the file before as `<file>.prev`. Appends
   * wait meanwhile. When it rejects, with what `fold` threw or with an AppError, the log holds what it held.
   */
  compact(fold: (records: readonly Uint8Array[]) => Uint8Array | Promise<Uint8Array>): Promise<void>;
  /** Waits for what was appended, then closes the file. Appends after it are refused. */
  close(): Promise<void>;
}

/**
 * Opens a log, or creates it. A torn or damaged file opens with the records before the damage; what follows them is
 * kept beside it. A full disk does not stop the opening: then the file is repaired by the first append that has room.
 * Rejects with AppError: `storage-failed` for what is no log or cannot be read, `workspace-newer` for a later format.
 */
export async function openUpdateLog(file: string, options: UpdateLogOptions = {}): Promise<OpenedLog> {
  const { isReadOnly = false, fileSystem = nodeFileSystem, now = () => new Date() } = options;
  try {
    const reading = await readLog(fileSystem, file, now);
    const log = new FileLog(file, fileSystem, reading, isReadOnly);
    if (isReadOnly) return { log, records: reading.records, damage: reading.damage };
    await removeQuietly(fileSystem, `${file}.tmp`);
    const keptAs = await log.repairNow();
    return { log, records: reading.records, damage: reading.damage && { ...reading.damage, keptAs } };
  } catch (error) {
    throw storageError(error, 'the log cannot be opened', { file });
  }
}

interface WaitingAppend {
  readonly record: Uint8Array;
  readonly resolve: () => void;
  readonly reject: (error: AppError) => void;
}

class FileLog implements UpdateLog {
  readonly #file: string;
  readonly #fileSystem: FileSystem;
  readonly #isReadOnly: boolean;
  #size: number;
  #recordCount: number;
  #repair: LogReading['repair'];
  /** Null after a failure: a descriptor whose fsync failed once may claim success the next time. */
  #handle: OpenFile | null = null;
  /** A rename is not known to be on the disk: nothing may be acknowledged in the file it named. */
  #isFolderUnsynced = false;
  #isLinkCounted = true;
  #isClosed = false;
  #waiting: WaitingAppend[] = [];
  /** The append lock: batches, compactions and the closing follow each other in this chain. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(file: string, fileSystem: FileSystem, reading: LogReading, isReadOnly: boolean) {
    this.#file = file;
    this.#fileSystem = fileSystem;
    this.#isReadOnly = isReadOnly;
    this.#size = reading.size;
    this.#recordCount = reading.records.length;
    this.#repair = reading.repair;
  }

  get size(): number {
    return this.#size;
  }

  get recordCount(): number {
    return this.#recordCount;
  }

  /** Answers where damaged bytes were kept. A full disk leaves the repair to the next append. */
  async repairNow(): Promise<string | null> {
    try {
      return await this.#inTurn(() => this.#repaired());
    } catch (error) {
      if (isCode(error, 'ENOSPC', 'EDQUOT')) return null;
      throw error;
    }
  }

  append(payload: Uint8Array): Promise<void> {
    const refusal = this.#refuseWriting();
    if (refusal !== null) return Promise.reject(refusal);
    if (payload.length > MAX_PAYLOAD_BYTES) {
      return Promise.reject(new AppError('too-large', `a record holds at most ${MAX_PAYLOAD_BYTES} bytes`));
    }
    // Encoded here, which also copies: the caller may use its buffer again at once.
    const record = encodeRecord(payload);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ record, resolve, reject });
      // The first one to wait calls for a batch; all that come before its turn go along.
      if (this.#waiting.length === 1) void this.#inTurn(() => this.#writeBatch());
    });
  }

  readAll(): Promise<Uint8Array[]> {
    return this.#inTurn(() => this.#named('the log cannot be read', () => this.#readAcknowledged()));
  }

  compact(fold: (records: readonly Uint8Array[]) => Uint8Array | Promise<Uint8Array>): Promise<void> {
    const refusal = this.#refuseWriting();
    if (refusal !== null) return Promise.reject(refusal);
    return this.#inTurn(async () => {
      const records = await this.#named('the log cannot be read', async () => {
        await this.#repaired();
        return await this.#readAcknowledged();
      });
      const folded = await fold(records);
      if (folded.length > MAX_PAYLOAD_BYTES)
        throw new AppError('too-large', 'the folded record is too large');
      await this.#named('the log cannot be compacted', () => this.#replaceBy(folded));
    });
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return this.#inTurn(async () => {
      const handle = this.#handle;
      this.#handle = null;
      await handle?.close();
    });
  }

  /** Runs when everything before it is done, however that ended. */
  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(task, task);
    // The failure is told to whoever holds `result`; the chain goes on.
    this.#turn = result.catch(() => undefined);
    return result;
  }

  #refuseWriting(): AppError | null {
    if (this.#isReadOnly) return new AppError('workspace-read-only', 'this log is open to read');
    return this.#isClosed ? new AppError('storage-failed', 'this log is closed') : null;
  }

  async #writeBatch(): Promise<void> {
    const batch = this.#waiting.splice(0);
    if (batch.length === 0) return; // a failed batch took these along
    try {
      const handle = await this.#writable();
      const bytes = joinRecords(batch);
      await writeFully(handle, bytes, this.#size);
      await handle.datasync();
      // Not beside it: the name must still be there when the words are.
      const { linkCount } = await handle.facts();
      // Deleted or replaced under our hands: the words would be in a file without a name.
      if (linkCount === 0 && this.#isLinkCounted)
        throw new Error('the log file was deleted while it was open');
      this.#size += bytes.length;
      this.#recordCount += batch.length;
      for (const { resolve } of batch) resolve();
    } catch (error) {
      await this.#letGo();
      const failure = this.#failure(error, 'the record could not be stored');
      for (const { reject } of [...batch, ...this.#waiting.splice(0)]) reject(failure);
    }
  }

  /** The file, repaired, ending where the acknowledged part ends, under a descriptor that has not failed. */
  async #writable(): Promise<OpenFile> {
    if (this.#handle !== null) return this.#handle;
    await this.#repaired();
    if (this.#isFolderUnsynced) {
      await this.#fileSystem.syncFolder(dirname(this.#file));
      this.#isFolderUnsynced = false;
    }
    const handle = await this.#fileSystem.open(this.#file, 'existing');
    try {
      const { size, linkCount } = await handle.facts();
      this.#isLinkCounted = linkCount > 0;
      if (size < this.#size) throw new Error(`the log is ${size} bytes long and should have ${this.#size}`);
      if (size > this.#size) {
        await handle.truncate(this.#size);
        await handle.sync();
      }
    } catch (error) {
      await handle.close();
      throw error;
    }
    this.#handle = handle;
    return handle;
  }

  async #repaired(): Promise<string | null> {
    if (this.#repair === null) return null;
    const keptAs = await this.#repair();
    this.#repair = null;
    return keptAs;
  }

  /** Cuts the unacknowledged end off where that is possible, and gives up the descriptor. */
  async #letGo(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    if (handle === null) return;
    // Neither failing changes the outcome: the next opening of the file cuts again before it writes.
    await handle.truncate(this.#size).catch(() => undefined);
    await handle.close().catch(() => undefined);
  }

  async #readAcknowledged(): Promise<Uint8Array[]> {
    if (this.#recordCount === 0) return [];
    if (this.#repair !== null) {
      const unrepaired = await readLog(this.#fileSystem, this.#file, () => new Date());
      return unrepaired.records;
    }
    const bytes = await this.#fileSystem.readFile(this.#file);
    const { records, goodBytes } = scanRecords(bytes.subarray(0, this.#size));
    if (records.length !== this.#recordCount || goodBytes !== this.#size) {
      throw new Error(`${records.length} of ${this.#recordCount} records can be read`);
    }
    return records;
  }

  async #replaceBy(folded: Uint8Array): Promise<void> {
    const bytes = encodeLog([folded]);
    // Everything acknowledged is on the disk, and Windows does not rename over an open file.
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close();
    await writeDurably(this.#fileSystem, this.#file, bytes, {
      previous: previousOf(this.#file),
      onReplaced: () => {
        this.#size = bytes.length;
        this.#recordCount = 1;
        this.#isFolderUnsynced = true;
      },
    });
    this.#isFolderUnsynced = false;
  }

  async #named<T>(message: string, task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      throw this.#failure(error, message);
    }
  }

  #failure(error: unknown, message: string): AppError {
    return storageError(error, message, { file: this.#file });
  }
}

function joinRecords(batch: readonly WaitingAppend[]): Uint8Array {
  const [only] = batch;
  if (only !== undefined && batch.length === 1) return only.record;
  return Buffer.concat(batch.map(({ record }) => record));
}
