// Reads an update log as a crash, a full disk or a failing disk may have left it: which records are whole, what is
// damaged, and what must be done to the file before anything may be added. Reading changes nothing; `repair` does.
import { basename, dirname } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { keepGeneration, nameAside, removeQuietly, writeAndSync, writeDurably } from './durable-write.ts';
import type { FileFacts, FileSystem } from './fs-port.ts';
import { encodeHeader, encodeRecord, type LogScan, readHeader, scanRecords } from './log-format.ts';

export interface LogDamage {
  /**
   * `torn-tail`: the last write was cut short · `damaged-middle`: a record cannot be read though others follow ·
   * `damaged-header`: the records are whole, the header is not · `missing-file`: only the previous generation is there
   * · `foreign-file` and `newer-version`: the opening was refused, unless `isFromPrevious`.
   */
  readonly kind:
    | 'torn-tail'
    | 'damaged-middle'
    | 'damaged-header'
    | 'missing-file'
    | 'foreign-file'
    | 'newer-version';
  /** Where the first unreadable byte stands, counted from the start of the file. */
  readonly atByte: number;
  /** How many bytes from there on are not in the records that were read. */
  readonly lostBytes: number;
  /** The name, beside the log, of the file that keeps those bytes; null when nothing was set aside. */
  readonly keptAs: string | null;
  /** The records come from the previous generation: what was written after the last compaction is missing. */
  readonly isFromPrevious: boolean;
  /** One English sentence for logs and the command line. */
  readonly message: string;
}

export interface LogReading {
  readonly records: Uint8Array[];
  /** The file's size once it is repaired. */
  readonly size: number;
  readonly damage: LogDamage | null;
  /**
   * Must have run before the file is written to; null when the file is whole. Answers the name under which bytes were
   * set aside, or null. May be run again after it failed.
   */
  readonly repair: (() => Promise<string | null>) | null;
}

/** The previous generation of a log, which compaction leaves. */
export function previousOf(file: string): string {
  return `${file}.prev`;
}

/**
 * Reads `file`, or the previous generation where nothing of the file itself can be read. Rejects with AppError
 * `storage-failed` for what is no log of Earshot and `workspace-newer` for a log of a later version, both with the
 * LogDamage in `details.damage` and the file untouched; system errors come as they are.
 */
export async function readLog(fileSystem: FileSystem, file: string, now: () => Date): Promise<LogReading> {
  const facts = await fileSystem.facts(file);
  if (facts === undefined) return await readMissing(fileSystem, file);
  refuseUnlessFile(facts, file);
  const bytes = await fileSystem.readFile(file);
  const header = readHeader(bytes);
  if (header.kind === 'newer') throw refusal('newer-version', file, bytes.length);
  const scan = scanRecords(bytes);
  // A compacted log always holds a record: without one, words are only in the generation before.
  const previous = scan.records.length === 0 ? await readPrevious(fileSystem, file) : undefined;
  if (header.kind === 'readable' && scan.tail === 'none' && previous === undefined) {
    return { records: scan.records, size: bytes.length, damage: null, repair: null };
  }
  if (previous !== undefined) {
    const kind = header.kind === 'readable' ? tailKind(scan) : 'foreign-file';
    return {
      ...rebuilt(fileSystem, file, previous, () => setAside(fileSystem, file, now)),
      damage: describe(kind, header.kind === 'readable' ? scan.goodBytes : 0, bytes.length, true),
    };
  }
  if (header.kind === 'readable') return readCut(fileSystem, file, bytes, scan, now);
  // A record that matches its checksum right behind the header is ours, whatever became of the header.
  if (scan.records.length === 0) throw refusal('foreign-file', file, bytes.length);
  return {
    ...rebuilt(fileSystem, file, scan.records, () => setAside(fileSystem, file, now)),
    damage: describe('damaged-header', scan.tail === 'none' ? 0 : scan.goodBytes, bytes.length, false, scan),
  };
}

async function readMissing(fileSystem: FileSystem, file: string): Promise<LogReading> {
  const previous = await readPrevious(fileSystem, file);
  const reading = rebuilt(fileSystem, file, previous ?? [], () => Promise.resolve(null));
  return { ...reading, damage: previous === undefined ? null : describe('missing-file', 0, 0, true) };
}

/** Undefined when there is no previous generation that holds anything. */
async function readPrevious(fileSystem: FileSystem, file: string): Promise<Uint8Array[] | undefined> {
  const previous = previousOf(file);
  const facts = await fileSystem.facts(previous);
  if (facts?.kind !== 'file') return undefined;
  const bytes = await fileSystem.readFile(previous);
  if (readHeader(bytes).kind === 'newer') return undefined;
  const { records } = scanRecords(bytes);
  return records.length > 0 ? records : undefined;
}

/** A log whose file is written anew from `records`; what had its name is set aside first. */
function rebuilt(
  fileSystem: FileSystem,
  file: string,
  records: Uint8Array[],
  setAsideFirst: () => Promise<string | null>,
): Omit<LogReading, 'damage'> {
  const bytes = encodeLog(records);
  const setAsideOnce = onceDone(setAsideFirst);
  return {
    records,
    size: bytes.length,
    async repair() {
      const keptAs = await setAsideOnce();
      await writeDurably(fileSystem, file, bytes);
      return keptAs;
    },
  };
}

/** The file keeps its whole records; what stands behind them is kept in a file of its own and cut. */
function readCut(
  fileSystem: FileSystem,
  file: string,
  bytes: Uint8Array,
  scan: LogScan,
  now: () => Date,
): LogReading {
  const kind = tailKind(scan);
  const keepTail = onceDone(async () => {
    const keptAs = await nameAside(fileSystem, file, kind === 'torn-tail' ? 'torn' : 'damaged', now());
    try {
      await writeAndSync(fileSystem, keptAs, bytes.subarray(scan.goodBytes));
    } catch (error) {
      await removeQuietly(fileSystem, keptAs);
      // A record that was never finished was never acknowledged: a full disk must not stop its cutting.
      // All else may be somebody's words, and is cut only when it is safe elsewhere.
      if (scan.tail !== 'unfinished') throw error;
      return null;
    }
    await fileSystem.syncFolder(dirname(file));
    return basename(keptAs);
  });
  return {
    records: scan.records,
    size: scan.goodBytes,
    damage: describe(kind, scan.goodBytes, bytes.length, false, scan),
    async repair() {
      const keptAs = await keepTail();
      const handle = await fileSystem.open(file, 'existing');
      try {
        await handle.truncate(scan.goodBytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      return keptAs;
    },
  };
}

async function setAside(fileSystem: FileSystem, file: string, now: () => Date): Promise<string> {
  const keptAs = await nameAside(fileSystem, file, 'damaged', now());
  await keepGeneration(fileSystem, file, keptAs);
  return basename(keptAs);
}

/** A repair may need several attempts; what of it is done stays done, or every attempt would leave another copy. */
function onceDone<T>(task: () => Promise<T>): () => Promise<T> {
  let outcome: { readonly value: T } | undefined;
  return async () => {
    outcome ??= { value: await task() };
    return outcome.value;
  };
}

/** The bytes of a log that holds exactly `records`. */
export function encodeLog(records: readonly Uint8Array[]): Uint8Array {
  const parts = [encodeHeader(), ...records.map(encodeRecord)];
  return joinBytes(parts);
}

function tailKind(scan: LogScan): 'torn-tail' | 'damaged-middle' {
  return scan.tail === 'followed' ? 'damaged-middle' : 'torn-tail';
}

function describe(
  kind: LogDamage['kind'],
  atByte: number,
  fileBytes: number,
  isFromPrevious: boolean,
  scan?: LogScan,
): LogDamage {
  const lostBytes = fileBytes - (scan?.goodBytes ?? atByte);
  const source = isFromPrevious ? ', so the previous generation was read' : '';
  const message = {
    'torn-tail': `the last write was cut short at byte ${atByte}`,
    'damaged-middle': `a record at byte ${atByte} is damaged, though others follow it`,
    'damaged-header': 'the header is damaged; the records were read',
    'missing-file': 'the log is missing',
    'foreign-file': 'this is no log of Earshot',
    'newer-version': 'this log was written by a newer Earshot',
  }[kind];
  return { kind, atByte, lostBytes, keptAs: null, isFromPrevious, message: message + source };
}

function refuseUnlessFile(facts: FileFacts, file: string): void {
  if (facts.kind === 'file') return;
  if (facts.kind === 'folder') throw refusal('foreign-file', file, 0);
  throw new AppError('storage-failed', 'a link or device stands where a log should be; it is not followed', {
    details: { file },
  });
}

function refusal(kind: 'foreign-file' | 'newer-version', file: string, fileBytes: number): AppError {
  const damage = describe(kind, 0, fileBytes, false);
  const code = kind === 'newer-version' ? 'workspace-newer' : 'storage-failed';
  return new AppError(code, damage.message, { details: { file, damage } });
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
