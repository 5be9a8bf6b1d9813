// The update logs of one workspace folder, opened when first needed and kept open. It knows files and Yjs updates,
// and nothing of what a document means.
import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as Y from 'yjs';
import type { HostLog } from '../log.ts';
import { type LogDamage, openUpdateLog, type UpdateLog } from '../storage/update-log.ts';

/** Beyond this many records a log is folded into one when it is next opened; the generation before is kept. */
const COMPACT_RECORDS = 2_000;

export interface DocumentDamage {
  readonly document: string;
  readonly damage: LogDamage;
}

export interface DocumentLogs {
  /** Everything that was acknowledged for this document, as a new Y.Doc; empty when nothing was. */
  load(name: string): Promise<Y.Doc>;
  /** Resolves when the update is on the disk. Rejects with AppError `disk-full` or `storage-failed`. */
  append(name: string, update: Uint8Array): Promise<void>;
  /** Names that have a log on the disk. */
  names(): Promise<string[]>;
  readonly damages: readonly DocumentDamage[];
  close(): Promise<void>;
}

export async function openDocumentLogs(
  folder: string,
  log: HostLog,
  isReadOnly: boolean,
): Promise<DocumentLogs> {
  const documents = join(folder, 'documents');
  if (!isReadOnly) await mkdir(documents, { recursive: true });
  const opened = new Map<string, Promise<{ log: UpdateLog; records: Uint8Array[] | null }>>();
  const damages: DocumentDamage[] = [];

  function open(name: string): Promise<{ log: UpdateLog; records: Uint8Array[] | null }> {
    const already = opened.get(name);
    if (already) return already;
    const opening = (async () => {
      const result = await openUpdateLog(join(documents, `${name}.ylog`), { isReadOnly });
      if (result.damage) {
        damages.push({ document: name, damage: result.damage });
        log.warn('log-damaged', { document: name, kind: result.damage.kind });
      }
      if (!isReadOnly && result.records.length > COMPACT_RECORDS) {
        await result.log.compact(foldUpdates);
        log.info('log-compacted', { document: name, records: result.records.length });
      }
      return { log: result.log, records: result.records };
    })();
    opened.set(name, opening);
    opening.catch(() => opened.delete(name)); // the caller hears of it; the next one may try again
    return opening;
  }

  return {
    damages,
    async load(name) {
      const document = new Y.Doc();
      if (isReadOnly && !existsSync(join(documents, `${name}.ylog`))) return document;
      const entry = await open(name);
      // The records of the opening are used once; later loads read the file again, since appends came after it.
      const records = entry.records ?? (await entry.log.readAll());
      entry.records = null;
      applyAll(document, records);
      return document;
    },
    async append(name, update) {
      const entry = await open(name);
      entry.records = null;
      await entry.log.append(update);
    },
    async names() {
      const files = existsSync(documents) ? await readdir(documents) : [];
      return files.filter((file) => file.endsWith('.ylog')).map((file) => file.slice(0, -'.ylog'.length));
    },
    async close() {
      const entries = await Promise.allSettled(opened.values());
      opened.clear();
      for (const entry of entries) if (entry.status === 'fulfilled') await entry.value.log.close();
    },
  };
}

/** One update that holds all of `records`. Through a document, since a flat merge of many updates is quadratic in Yjs. */
export function foldUpdates(records: readonly Uint8Array[]): Uint8Array {
  const document = new Y.Doc();
  applyAll(document, records);
  const folded = Y.encodeStateAsUpdate(document);
  document.destroy();
  return folded;
}

function applyAll(document: Y.Doc, records: readonly Uint8Array[]): void {
  document.transact(() => {
    for (const record of records) Y.applyUpdate(document, record);
  });
}
