// The update logs of one workspace folder, each opened when first needed, by one writer. It knows files and Yjs updates,
// and nothing of what a document means.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { AppError } from '../../../shared/errors.ts';
import type { HostLog } from '../log.ts';
import { makeFolderDurably } from '../storage/durable-write.ts';
import { type FileSystem, nodeFileSystem } from '../storage/fs-port.ts';
import { type LogDamage, openUpdateLog, type UpdateLog } from '../storage/update-log.ts';

/** Beyond this many records a log is folded into one when it is next opened; the generation before is kept. */
const COMPACT_RECORDS = 2_000;
/** Files that stay open; a workspace of a thousand interviews must not need a thousand. */
const MAX_OPEN = 64;

export interface DocumentDamage {
  readonly document: string;
  readonly damage: LogDamage;
}

export interface DocumentLogs {
  /** Everything that was acknowledged for this document, as a new Y.Doc; empty when nothing was. */
  load(name: string): Promise<Y.Doc>;
  /** The same as the updates that were acknowledged, oldest first. */
  records(name: string): Promise<readonly Uint8Array[]>;
  /** Resolves when the update is on the disk. Rejects with AppError `disk-full` or `storage-failed`. */
  append(name: string, update: Uint8Array): Promise<void>;
  readonly damages: readonly DocumentDamage[];
  /** From now on every append rejects with `reason`: the folder is no longer ours to write. */
  stop(reason: AppError): void;
  /** Waits for what was appended. Afterwards no file is opened again: the folder may be another's by then. */
  close(): Promise<void>;
}

interface OpenLog {
  readonly ready: Promise<UpdateLog>;
  /** What the opening read, until it is used or outdated. */
  records: Uint8Array[] | null;
  uses: number;
}

export async function openDocumentLogs(
  folder: string,
  log: HostLog,
  isReadOnly: boolean,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<DocumentLogs> {
  const documents = join(folder, 'documents');
  if (!isReadOnly) await makeFolderDurably(fileSystem, documents);
  // In the order of their last use, the oldest first.
  const opened = new Map<string, OpenLog>();
  const damages: DocumentDamage[] = [];
  let stopped: AppError | null = null;
  let isClosed = false;

  function open(name: string): OpenLog {
    const entry: OpenLog = {
      ready: openFile(name, (records) => (entry.records = records)),
      records: null,
      uses: 0,
    };
    // The caller hears of it; the next one may try again.
    entry.ready.catch(() => opened.get(name) === entry && opened.delete(name));
    return entry;
  }

  async function openFile(name: string, keep: (records: Uint8Array[]) => void): Promise<UpdateLog> {
    const result = await openUpdateLog(join(documents, `${name}.ylog`), { isReadOnly, fileSystem });
    if (result.damage) {
      damages.push({ document: name, damage: result.damage });
      log.warn('log-damaged', { document: name, kind: result.damage.kind });
    }
    keep(result.records);
    if (!isReadOnly && result.records.length > COMPACT_RECORDS)
      await compact(name, result.log, result.records.length);
    return result.log;
  }

  /** A log that cannot be folded now, as on a full disk, stays as it is and is no less readable for it. */
  async function compact(name: string, file: UpdateLog, records: number): Promise<void> {
    try {
      await file.compact(foldUpdates);
      log.info('log-compacted', { document: name, records });
    } catch (error) {
      log.warn('log-not-compacted', {
        document: name,
        reason: error instanceof AppError ? error.code : 'unknown',
      });
    }
  }

  /**
   * The document of these records. One that Yjs cannot apply, such as a value nested thousands of times, is passed over:
   * no window could show it when it was new, and nobody's words may be out of reach behind it. It stays in the log.
   */
  function readable(name: string, records: readonly Uint8Array[]): Y.Doc {
    try {
      return documentOf(records);
    } catch (error) {
      const scratch = new Y.Doc();
      const good = records.filter((record) => isApplied(scratch, record));
      scratch.destroy();
      if (good.length === records.length) throw error;
      log.error('records-passed-over', { document: name, records: records.length - good.length });
      return documentOf(good);
    }
  }

  async function using<T>(name: string, use: (entry: OpenLog, file: UpdateLog) => Promise<T>): Promise<T> {
    if (isClosed) throw new AppError('no-workspace', 'the workspace was closed meanwhile');
    const entry = opened.get(name) ?? open(name);
    opened.delete(name);
    opened.set(name, entry);
    entry.uses += 1;
    try {
      return await use(entry, await entry.ready);
    } finally {
      entry.uses -= 1;
      await closeIdle();
    }
  }

  async function closeIdle(): Promise<void> {
    for (const [name, entry] of opened) {
      if (opened.size <= MAX_OPEN) return;
      if (entry.uses > 0) continue;
      // Out of the map first: whoever comes next opens the file anew, and nothing is being written to this one.
      opened.delete(name);
      await (await entry.ready).close();
    }
  }

  function hasFile(name: string): boolean {
    const file = join(documents, `${name}.ylog`);
    return existsSync(file) || existsSync(`${file}.prev`);
  }

  return {
    damages,
    async load(name) {
      if (isReadOnly && !hasFile(name)) return new Y.Doc();
      return using(name, async (entry, opened) => {
        // The records of the opening are used once; later loads read the file again, since appends came after it.
        const records = entry.records ?? (await opened.readAll());
        entry.records = null;
        return readable(name, records);
      });
    },
    async records(name) {
      if (isReadOnly && !hasFile(name)) return [];
      return using(name, (_entry, opened) => opened.readAll());
    },
    async append(name, update) {
      if (stopped) throw stopped;
      await using(name, async (entry, file) => {
        entry.records = null;
        await file.append(update);
      });
    },
    stop(reason) {
      stopped = reason;
    },
    async close() {
      isClosed = true;
      const entries = await Promise.allSettled([...opened.values()].map((entry) => entry.ready));
      opened.clear();
      for (const entry of entries) if (entry.status === 'fulfilled') await entry.value.close();
    },
  };
}

/** One update that holds all of `records`. Through a document, since a flat merge of many updates is quadratic in Yjs. */
export function foldUpdates(records: readonly Uint8Array[]): Uint8Array {
  const document = documentOf(records);
  const folded = Y.encodeStateAsUpdate(document);
  document.destroy();
  return folded;
}

function documentOf(records: readonly Uint8Array[]): Y.Doc {
  const document = new Y.Doc();
  document.transact(() => {
    for (const record of records) Y.applyUpdate(document, record);
  });
  return document;
}

function isApplied(document: Y.Doc, record: Uint8Array): boolean {
  try {
    Y.applyUpdate(document, record);
    return true;
  } catch {
    return false; // the caller says how many, and in which document
  }
}
